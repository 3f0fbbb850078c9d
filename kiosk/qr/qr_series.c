/* A text cut into parts that fit. Cut is where a line ends, so that no part begins in the middle
 * of a sentence. */
#include "qr/qr.h"

#include "base/must.h"
#include "base/words.h"

#include <string.h>

/* How many bytes a code of error correction M holds (ISO/IEC 18004:2015, table 7), less the two
 * of the ECI header. */
static size_t room_of(int version)
{
    static const size_t bytes[] = {84,  106, 122, 152, 180, 213, 251, 287,
                                   331, 362, 412, 450, 504, 560, 624, 666};
    return bytes[version - QR_VERSION_MIN] - 2;
}

static struct span head_of(struct arena *arena, struct span title, size_t number,
                           size_t count)
{
    return span_format(arena, W("%.*s %zu of %zu"), SPAN_ARGS(title), number, count);
}

/* The last place in the first `most` bytes where `byte` stands; `most` where there is none. */
static size_t last_place(struct span text, size_t most, char byte)
{
    const char *found = memrchr(text.data, byte, most);
    return found && found != text.data ? (size_t)(found - text.data) : most;
}

/* Never inside a letter. */
static size_t letter_start(struct span text, size_t at)
{
    while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* How much of `text` goes into `room`. */
static size_t cut_of(struct span text, size_t room)
{
    if (text.count <= room)
        return text.count;
    const size_t line = last_place(text, room + 1, '\n');
    if (line <= room)
        return line;
    const size_t blank = last_place(text, room, ' ');
    return blank < room ? blank + 1 : letter_start(text, room);
}

/* What is cut, and into what. */
struct cutting {
    struct span title;
    const struct span *texts;
    size_t text_count;
    struct span bodies[QR_PARTS_MAX];
    size_t count;
};

/* Cuts `text` into bodies of `room` bytes; false when they are too many. A line end where it was
 * cut goes. */
static bool cut(struct cutting *cutting, struct span text, size_t room)
{
    while (text.count) {
        if (cutting->count == QR_PARTS_MAX)
            return false;
        const size_t end = cut_of(text, room);
        cutting->bodies[cutting->count++] = span_cut(text, 0, end);
        text = span_cut(text, end, text.count);
        if (text.count && text.data[0] == '\n')
            text = span_cut(text, 1, text.count);
    }
    return true;
}

/* How many bodies there are in codes of `version`, 0 when they are too many. All heads have the
 * room of the longest. */
static size_t cut_all(struct arena *arena, struct cutting *cutting, int version)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t head =
        head_of(arena, cutting->title, QR_PARTS_MAX, QR_PARTS_MAX).count + 1;
    arena_release(arena, mark);
    const size_t room = room_of(version);
    cutting->count = 0;
    if (head + 4 >= room)
        return 0;
    for (size_t i = 0; i < cutting->text_count; i++)
        if (!cut(cutting, cutting->texts[i], room - head))
            return 0;
    return cutting->count;
}

enum status qr_series(struct arena *arena, struct span title, const struct span *texts,
                      size_t text_count, int version_most, struct qr_series *out_series)
{
    struct cutting cutting = {.title = title, .texts = texts, .text_count = text_count};
    must(version_most >= QR_VERSION_MIN && version_most <= QR_VERSION_MAX);
    const size_t count = cut_all(arena, &cutting, version_most);
    int version = version_most;
    if (!count)
        return fail(STATUS_TOO_LARGE, "a text is too long for a series of QR codes");
    while (version > QR_VERSION_MIN && cut_all(arena, &cutting, version - 1) == count)
        version--;
    must(cut_all(arena, &cutting, version) == count);
    *out_series = (struct qr_series){.version = version, .count = count};
    for (size_t i = 0; i < count; i++) {
        const struct span head = head_of(arena, title, i + 1, count);
        out_series->parts[i] = span_format(arena, "%.*s\n%.*s", SPAN_ARGS(head),
                                           SPAN_ARGS(cutting.bodies[i]));
    }
    return OK;
}
