#include "seal/fingerprint.h"

#include <string.h>
#include <strings.h>

/* One word per byte value, in order. No two begin with the same four letters or differ in
 * one letter only, so that a word misheard or misread is not another one. */
static const char *const list[256] = {
    "acorn",  "alarm",  "alley",  "amber",  "ankle",  "anvil",  "apple",  "apron",
    "arrow",  "atlas",  "attic",  "award",  "bacon",  "badge",  "bagel",  "baker",
    "banjo",  "barn",   "basil",  "basket", "beach",  "beard",  "beaver", "beetle",
    "berry",  "bird",   "blade",  "block",  "bonnet", "bottle", "branch", "bread",
    "brick",  "bridge", "broom",  "brush",  "bucket", "butter", "cabin",  "cable",
    "cactus", "camel",  "canal",  "candle", "canoe",  "carpet", "carrot", "castle",
    "cedar",  "cello",  "chain",  "chalk",  "cheese", "cherry", "chest",  "circle",
    "cliff",  "cloak",  "cloud",  "clover", "coast",  "cobweb", "cocoa",  "comet",
    "copper", "coral",  "cotton", "crane",  "crayon", "creek",  "crown",  "cube",
    "dagger", "daisy",  "dance",  "deer",   "desert", "dinner", "donkey", "dream",
    "drum",   "duck",   "eagle",  "earth",  "echo",   "elbow",  "engine", "fabric",
    "falcon", "farm",   "fence",  "fiddle", "field",  "fjord",  "flag",   "flame",
    "flute",  "forest", "fork",   "fossil", "fox",    "frog",   "fruit",  "galaxy",
    "garden", "garlic", "gazebo", "ginger", "glove",  "goat",   "gold",   "goose",
    "grape",  "grass",  "gravel", "guitar", "hammer", "harbor", "harp",   "hatch",
    "hawk",   "hazel",  "hedge",  "helmet", "honey",  "horse",  "hotel",  "igloo",
    "inlet",  "iron",   "island", "ivory",  "jacket", "jaguar", "jelly",  "jewel",
    "jungle", "kayak",  "kernel", "kettle", "kite",   "kitten", "ladder", "lake",
    "lamp",   "lemon",  "lentil", "lily",   "lion",   "magnet", "magpie", "mango",
    "maple",  "marble", "market", "meadow", "melon",  "mint",   "mirror", "moon",
    "moss",   "museum", "napkin", "needle", "nest",   "night",  "north",  "nutmeg",
    "oak",    "oasis",  "ocean",  "olive",  "onion",  "orange", "orbit",  "orchid",
    "otter",  "oven",   "owl",    "oyster", "paddle", "palace", "panda",  "paper",
    "pasta",  "peanut", "pearl",  "pebble", "pencil", "pepper", "piano",  "pigeon",
    "pillow", "pine",   "planet", "plum",   "pocket", "pony",   "potato", "prince",
    "puffin", "puzzle", "quartz", "quilt",  "quiver", "rabbit", "radio",  "rain",
    "raven",  "rhino",  "ribbon", "rice",   "river",  "robin",  "roof",   "rose",
    "rudder", "sailor", "salad",  "salmon", "sand",   "school", "shadow", "shell",
    "shoe",   "sickle", "silver", "skirt",  "snow",   "soap",   "sofa",   "spider",
    "spoon",  "spring", "squash", "star",   "stone",  "storm",  "summer", "sunset",
    "swan",   "teapot", "tiger",  "tomato", "tower",  "tree",   "tulip",  "tundra",
    "tunnel", "turnip", "turtle", "urchin", "velvet", "vessel", "violin", "wagon",
};

struct span fingerprint_words(struct arena *arena,
                              const unsigned char bytes[FINGERPRINT_BYTES])
{
    return span_format(arena, "%s %s %s %s %s %s %s %s", list[bytes[0]], list[bytes[1]],
                       list[bytes[2]], list[bytes[3]], list[bytes[4]], list[bytes[5]],
                       list[bytes[6]], list[bytes[7]]);
}

static bool is_between(char byte)
{
    return byte == ' ' || byte == ',' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The next word of `rest`; empty at the end. */
static struct span word_next(struct span *rest)
{
    size_t from = 0, to;
    while (from < rest->count && is_between(rest->data[from]))
        from++;
    for (to = from; to < rest->count && !is_between(rest->data[to]);)
        to++;
    const struct span word = span_cut(*rest, from, to - from);
    *rest = span_cut(*rest, to, rest->count);
    return word;
}

static bool is_word(const char *listed, struct span word)
{
    return strlen(listed) == word.count &&
           strncasecmp(listed, word.data, word.count) == 0;
}

static enum status byte_of(struct span word, unsigned char *out_byte)
{
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (is_word(list[i], word)) {
            *out_byte = (unsigned char)i;
            return OK;
        }
    return fail(STATUS_BAD_INPUT, "none of the words that are compared is \"%.*s\"",
                SPAN_ARGS(span_cut(word, 0, 20)));
}

enum status fingerprint_read(struct span typed,
                             unsigned char out_bytes[FINGERPRINT_BYTES])
{
    unsigned char bytes[FINGERPRINT_BYTES];
    size_t count = 0;
    struct span rest = typed, word;
    while ((word = word_next(&rest)).count) {
        if (count == FINGERPRINT_BYTES)
            return fail(STATUS_BAD_INPUT, "there are more than eight words to compare");
        const enum status status = byte_of(word, &bytes[count++]);
        if (status != OK)
            return status;
    }
    if (count < FINGERPRINT_BYTES)
        return fail(STATUS_BAD_INPUT, "eight words are compared, and %zu are given",
                    count);
    memcpy(out_bytes, bytes, sizeof bytes);
    return OK;
}

enum status fingerprint_check(struct span typed,
                              const unsigned char bytes[FINGERPRINT_BYTES])
{
    unsigned char read[FINGERPRINT_BYTES];
    const enum status status = fingerprint_read(typed, read);
    if (status != OK)
        return status;
    return memcmp(read, bytes, sizeof read) == 0
               ? OK
               : fail(STATUS_FORGED, "the eight words are not the same");
}
