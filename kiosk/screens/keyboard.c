#include "screens/keyboard.h"

#include "base/utf8.h"
#include "base/words.h"

enum { KEY_ROWS = 4, KEYBOARD_MAX_MM = 290, KEY_MAX_MM = 25 };

/* Each row is a string of the characters on its keys. */
static const char *const text_rows[LAYER_COUNT][3] = {
    [LAYER_LETTERS] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"},
    [LAYER_FIGURES] = {"1234567890", "-:;()/&@\"", "?!'+=%#"},
    [LAYER_ACCENTS] = {"àáâäãåæçèé", "êëìíîïñòó", "ôöõøœßú"},
};
static const char *const code_rows[] = {"0123456789", "ABCDEFGHJKM", "NPQRSTVWXYZ"};
static const char *const digit_rows[] = {"123", "456", "789"};

static struct node *add_row(struct screen_page *page, struct node *keys, int number)
{
    struct node *row =
        node_row(page->arena, keys, span_format(page->arena, "keys-%d", number), 2.8f);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    row->justify = ALIGN_CENTER;
    return row;
}

static struct size key_width(const struct screen_page *page, float weight)
{
    return (struct size){.kind = SIZE_GROW,
                         .value = weight,
                         .min_mm = theme_mm.target_min_mm,
                         .max_mm = (float)screen_page_wide_mm(page, KEY_MAX_MM) * weight};
}

/* The name of a sign whose own letters say nothing to a voice. */
static struct span key_name(uint32_t code)
{
    static const struct {
        uint32_t code;
        const char *name;
    } names[] = {
        {',', WN("comma")},
        {'.', WN("full stop")},
        {'-', WN("hyphen")},
        {':', WN("colon")},
        {';', WN("semicolon")},
        {'(', WN("opening bracket")},
        {')', WN("closing bracket")},
        {'"', WN("quotation mark")},
        {'\'', WN("apostrophe")},
        {'?', WN("question mark")},
        {'!', WN("exclamation mark")},
        {'/', WN("slash")},
        {'&', WN("and sign")},
        {'@', WN("at sign")},
        {'+', WN("plus")},
        {'=', WN("equals")},
        {'%', WN("per cent")},
        {'#', WN("number sign")},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].code == code)
            return WS(names[i].name);
    return SPAN("");
}

static void add_key(struct screen_page *page, struct node *row, uint32_t code)
{
    char bytes[4];
    const size_t count = utf8_put(code, bytes);
    const struct span label = span_copy(page->arena, (struct span){bytes, count});
    const struct span id = span_format(page->arena, "key-%x", (unsigned)code);
    struct node *key = node_button(page->arena, row, id, LOOK_KEY, label,
                                   event_with(EVENT_KEY, (int32_t)code, 0));
    key->said = key_name(code);
    key->width = key_width(page, 1);
}

static void add_keys(struct screen_page *page, struct node *row, const char *letters,
                     bool is_shifted)
{
    const struct span span = span_of(letters);
    size_t at = 0;
    uint32_t code;
    while (utf8_next(span, &at, &code))
        add_key(page, row, is_shifted ? utf8_upper(code) : code);
}

static struct node *add_command(struct screen_page *page, struct node *row,
                                const char *id, struct span label, struct event event,
                                float weight)
{
    struct node *key = node_button(page->arena, row, span_of(id), LOOK_KEY, label, event);
    key->style = TEXT_NOTE;
    key->width = key_width(page, weight);
    return key;
}

static struct node *begin(struct screen_page *page, double max_mm)
{
    struct node *keys = node_column(page->arena, page->page, SPAN("keys"), 2.8f);
    keys->width = (struct size){.kind = SIZE_GROW,
                                .value = 1,
                                .max_mm = (float)screen_page_wide_mm(page, max_mm)};
    keys->said = WS("Keyboard");
    return keys;
}

static void add_erase(struct screen_page *page, struct node *row)
{
    add_command(page, row, "key-erase", WS("Delete"), event_of(EVENT_KEY_ERASE), 1.5f);
}

/* A layer key leads to its layer and, from there, back to the letters. */
static void add_layer(struct screen_page *page, struct node *row,
                      const struct typing *typing, enum typing_layer layer,
                      const char *id, struct span label)
{
    const bool is_here = typing->layer == layer;
    struct node *key = add_command(
        page, row, id, is_here ? SPAN("abc") : label,
        event_with(EVENT_KEY_LAYER, is_here ? (int)LAYER_LETTERS : (int)layer, 0), 1.3f);
    key->said = is_here                  ? WS("Letters")
                : layer == LAYER_FIGURES ? WS("Numbers and signs")
                                         : WS("Letters with accents");
}

static void add_last_row(struct screen_page *page, struct node *row,
                         const struct typing *typing)
{
    add_layer(page, row, typing, LAYER_FIGURES, "key-figures", SPAN("123"));
    add_layer(page, row, typing, LAYER_ACCENTS, "key-accents", SPAN("äéñ"));
    add_command(page, row, "key-left", SPAN("←"), event_with(EVENT_CARET, -1, 0), 1)
        ->said = WS("Cursor left");
    add_command(page, row, "key-right", SPAN("→"), event_with(EVENT_CARET, 1, 0), 1)
        ->said = WS("Cursor right");
    add_command(page, row, "key-space", WS("Space"), event_with(EVENT_KEY, ' ', 0), 2.4f);
    add_key(page, row, ',');
    add_key(page, row, '.');
    add_command(page, row, "key-erase-word", WS("Delete word"),
                event_of(EVENT_KEY_ERASE_WORD), 2.6f);
}

void keyboard_text(struct screen_page *page, const struct typing *typing)
{
    const char *const *rows = text_rows[typing->layer];
    struct node *keys = begin(page, KEYBOARD_MAX_MM);
    add_keys(page, add_row(page, keys, 1), rows[0], typing->is_shifted);
    add_keys(page, add_row(page, keys, 2), rows[1], typing->is_shifted);
    struct node *third = add_row(page, keys, 3);
    struct node *shift = add_command(page, third, "key-shift", WS("Shift"),
                                     event_of(EVENT_KEY_SHIFT), 1.5f);
    shift->is_chosen = typing->is_shifted;
    shift->is_unavailable = typing->layer == LAYER_FIGURES;
    add_keys(page, third, rows[2], typing->is_shifted);
    add_erase(page, third);
    add_last_row(page, add_row(page, keys, KEY_ROWS), typing);
}

void keyboard_codes(struct screen_page *page)
{
    struct node *keys = begin(page, KEYBOARD_MAX_MM);
    for (int i = 0; i < 3; i++)
        add_keys(page, add_row(page, keys, i + 1), code_rows[i], 0);
    add_erase(page, keys->first);
}

void keyboard_digits(struct screen_page *page)
{
    struct node *keys = begin(page, 110);
    for (int i = 0; i < 3; i++)
        add_keys(page, add_row(page, keys, i + 1), digit_rows[i], 0);
    struct node *last = add_row(page, keys, KEY_ROWS);
    add_key(page, last, '-');
    add_key(page, last, '0');
    add_key(page, last, '.');
    add_erase(page, last);
}
