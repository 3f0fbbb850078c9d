#include "seal/sheet/sheet_lines.h"

#include "base/buffer.h"
#include "base/must.h"

#include <string.h>

static const char alphabet[] = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

enum {
    FIELD = 32,
    POLYNOMIAL = 0x29, /* x^5 + x^3 + 1 */
    NUMBER_MAX = 9,
    WORD_MAX = 1 + SHEET_LINES_LETTERS + SHEET_LINES_CHECK,
    LETTERS_LEAST = 6, /* fewer after a number are no line of a key */
    LINE_BYTES = 64,
};
_Static_assert(WORD_MAX < FIELD, "beyond that two wrong letters could go unnoticed");

/* What is checked: the number, the letters and their check, each as 0 to 31. */
struct word {
    unsigned char values[WORD_MAX];
    size_t count;
};

static unsigned times_x(unsigned value)
{
    return (value << 1 ^ (value & FIELD / 2 ? POLYNOMIAL : 0)) & (FIELD - 1);
}

static void syndromes(const struct word *word, unsigned *out_sum, unsigned *out_placed)
{
    unsigned sum = 0, placed = 0;
    for (size_t i = 0; i < word->count; i++) {
        sum ^= word->values[i];
        placed = times_x(placed) ^ word->values[i];
    }
    *out_sum = sum;
    *out_placed = placed;
}

/* The check makes both sums 0: c + d = sum, and x c + d = placed, so (1 + x) c is their sum. */
static void check_set(struct word *word)
{
    unsigned sum, placed, c = 0;
    word->values[word->count++] = 0;
    word->values[word->count++] = 0;
    syndromes(word, &sum, &placed);
    while ((times_x(c) ^ c) != (sum ^ placed))
        c++;
    must(c < FIELD);
    word->values[word->count - 2] = (unsigned char)c;
    word->values[word->count - 1] = (unsigned char)(sum ^ c);
}

char sheet_lines_letter(char typed)
{
    const char small = span_lower(typed);
    const char letter = (char)(small >= 'a' && small <= 'z' ? small - 'a' + 'A' : small);
    if (letter == 'O')
        return '0';
    if (letter == 'I' || letter == '1')
        return 'L';
    if (letter == 'B')
        return '8';
    return letter && strchr(alphabet, letter) ? letter : 0;
}

static unsigned char value_of(char letter)
{
    return (unsigned char)(strchr(alphabet, letter) - alphabet);
}

static int line_count(size_t letters)
{
    return (int)((letters + SHEET_LINES_LETTERS - 1) / SHEET_LINES_LETTERS);
}

static void line_write(struct buffer *text, int number, struct span letters)
{
    struct word word = {.values = {(unsigned char)number}, .count = 1};
    for (size_t i = 0; i < letters.count; i++)
        word.values[word.count++] = value_of(letters.data[i]);
    check_set(&word);
    buffer_format(text, "%d  ", number);
    for (size_t i = 1; i < word.count; i++) {
        const bool is_check = i == word.count - SHEET_LINES_CHECK;
        const bool is_group = i > 1 && i < word.count - SHEET_LINES_CHECK &&
                              (i - 1) % SHEET_LINES_GROUP == 0;
        if (is_check || is_group)
            buffer_text(text, "-");
        buffer_add(text, (struct span){&alphabet[word.values[i]], 1});
    }
    wipe(&word, sizeof word);
}

struct span sheet_lines_write(struct arena *arena, int first, struct span letters)
{
    const int count = line_count(letters.count);
    struct buffer text = buffer_init(arena, (size_t)count * LINE_BYTES);
    must(first > 0 && first + count - 1 <= NUMBER_MAX);
    for (int i = 0; i < count; i++) {
        if (i)
            buffer_text(&text, "\n");
        line_write(
            &text, first + i,
            span_cut(letters, (size_t)i * SHEET_LINES_LETTERS, SHEET_LINES_LETTERS));
    }
    must(!text.is_full);
    return buffer_span(&text);
}

/* "2", "2." and so on: 0 when it is no number of a line. */
static int number_take(struct span *line)
{
    const char first = line->count ? line->data[0] : 0;
    size_t end = 1;
    if (line->count < 2 || !strchr(" \t.:)", line->data[1]))
        return 0;
    while (end < line->count && strchr(" \t.:)", line->data[end]))
        end++;
    *line = span_cut(*line, end, line->count);
    if (first >= '1' && first <= '0' + NUMBER_MAX)
        return first - '0';
    return sheet_lines_letter(first) == 'L' ? 1 : 0; /* an I or an l */
}

/* Its letters after the number, as many as `most`; counts all of them. Other text has more in
 * it than letters and what stands between them. */
static bool letters_take(struct span line, struct word *word, size_t most,
                         size_t *out_count)
{
    size_t count = 0;
    for (size_t i = 0; i < line.count; i++) {
        if (strchr("- \t", line.data[i]))
            continue;
        const char letter = sheet_lines_letter(line.data[i]);
        if (!letter)
            return false;
        if (count++ < most)
            word->values[word->count++] = value_of(letter);
    }
    *out_count = count;
    return count >= LETTERS_LEAST;
}

/* Where one wrong letter would stand to give these sums; word->count when it cannot be one. */
static size_t fault_place(const struct word *word, unsigned sum, unsigned placed)
{
    unsigned moved = sum;
    for (size_t i = word->count; sum && i > 0; i--, moved = times_x(moved))
        if (moved == placed)
            return i - 1;
    return word->count;
}

static enum status word_check(const struct word *word, int number)
{
    unsigned sum, placed;
    syndromes(word, &sum, &placed);
    if (!sum && !placed)
        return OK;
    const size_t place = fault_place(word, sum, placed);
    const size_t last = word->count - SHEET_LINES_CHECK;
    if (place == word->count || !place)
        return fail(STATUS_BAD_INPUT,
                    "line %d of the sheet is not right; compare %s with the paper",
                    number, place ? "all of it" : "its number");
    return fail(
        STATUS_BAD_INPUT,
        "line %d of the sheet is not right, most likely in its group %zu; compare "
        "it with the paper",
        number,
        place >= last ? (last + SHEET_LINES_GROUP - 2) / SHEET_LINES_GROUP + 1
                      : (place - 1) / SHEET_LINES_GROUP + 1);
}

/* The line without markup and what marks a comment, in `arena`. */
static struct span bare(struct arena *arena, struct span line)
{
    struct buffer text = buffer_init(arena, line.count + 1);
    bool is_tag = false;
    for (size_t i = 0; i < line.count; i++) {
        const char letter = line.data[i];
        is_tag = is_tag || letter == '<';
        if (!is_tag)
            buffer_add(&text, (struct span){&letter, 1});
        is_tag = is_tag && letter != '>';
    }
    line = span_trim(buffer_span(&text));
    return has_span_prefix(line, "#") ? span_trim(span_cut(line, 1, line.count)) : line;
}

/* What is read, line by line. */
struct reading {
    int first;
    size_t count; /* of all letters */
    char *letters;
    bool *is_there; /* of each line */
};

static enum status line_keep(struct reading *reading, int number, struct word *word)
{
    const size_t at = (size_t)(number - reading->first) * SHEET_LINES_LETTERS;
    const size_t count = word->count - 1 - SHEET_LINES_CHECK;
    bool *is_there = &reading->is_there[number - reading->first];
    const enum status status = word_check(word, number);
    if (status != OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        const char letter = alphabet[word->values[1 + i]];
        if (*is_there && reading->letters[at + i] != letter)
            return fail(STATUS_BAD_INPUT,
                        "line %d of the sheet is there twice, in two ways; type one "
                        "sheet into one file",
                        number);
        reading->letters[at + i] = letter;
    }
    *is_there = true;
    return OK;
}

static enum status line_read(struct reading *reading, struct span line)
{
    struct word word = {.count = 1};
    const int number = number_take(&line);
    const int index = number - reading->first;
    size_t count = 0;
    if (!number || index < 0 || index >= line_count(reading->count))
        return OK;
    const size_t wanted =
        span_cut((struct span){reading->letters, reading->count},
                 (size_t)index * SHEET_LINES_LETTERS, SHEET_LINES_LETTERS)
            .count +
        SHEET_LINES_CHECK;
    if (!letters_take(line, &word, wanted, &count))
        return OK;
    word.values[0] = (unsigned char)number;
    const enum status status =
        count == wanted ? line_keep(reading, number, &word)
                        : fail(STATUS_BAD_INPUT,
                               "line %d of the sheet has %zu letters and digits instead "
                               "of %zu",
                               number, count, wanted);
    wipe(&word, sizeof word);
    return status;
}

static enum status whole_check(const struct reading *reading)
{
    const int count = line_count(reading->count);
    int missing = 0, missing_count = 0;
    for (int i = count; i > 0; i--)
        if (!reading->is_there[i - 1]) {
            missing = reading->first + i - 1;
            missing_count++;
        }
    if (missing_count == count)
        return fail(STATUS_NOT_FOUND, "no line %d to %d of a sheet stands in it",
                    reading->first, reading->first + count - 1);
    return missing ? fail(STATUS_BAD_INPUT, "line %d of the sheet is missing", missing)
                   : OK;
}

enum status sheet_lines_read(struct arena *arena, struct span text, int first,
                             size_t count, struct span *out_letters)
{
    struct reading reading = {.first = first,
                              .count = count,
                              .letters = arena_alloc(arena, count),
                              .is_there = arena_array(arena, bool, NUMBER_MAX)};
    enum status status = OK;
    struct span line;
    while (status == OK && text.count && span_next(&text, '\n', &line)) {
        const struct arena_mark mark = arena_mark(arena);
        status = line_read(&reading, bare(arena, line));
        arena_release(arena, mark);
    }
    if (status == OK)
        status = whole_check(&reading);
    if (status == OK)
        *out_letters = (struct span){reading.letters, count};
    return status;
}
