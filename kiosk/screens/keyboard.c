#include "screens/keyboard.h"

#include "base/utf8.h"
#include "base/words.h"

enum { KEYBOARD_MAX_MM = 290, PAD_MAX_MM = 110 };

/* Each row is a string of the characters on its keys: ten in each layer, so that what stands at the
 * ends of the rows stays where it is. */
static const char *const text_rows[LAYER_COUNT][3] = {
    [LAYER_LETTERS] = {"qwertyuiop", "asdfghjkl'", "zxcvbnm,.-"},
    [LAYER_FIGURES] = {"1234567890", "@#€%&+=()/", "?!:;\"'*,.-"},
    [LAYER_ACCENTS] = {"àáâäãåæçèé", "êëìíîïñòóô", "öõøœßùúûüÿ"},
};
static const char *const code_rows[] = {"0123456789", "ABCDEFGHJKM", "NPQRSTVWXYZ"};
static const char *const digit_rows[] = {"123", "456", "789"};

/* The keys at the ends of rows, by the width of a letter's: those of one column are alike. */
static const float layer_weight = 1.3f, caret_weight = 1.0f, space_weight = 4.6f,
                   word_weight = 2.7f;

/* Narrow keys are wider at the ends of the rows, where words stand on them. */
static float end_weight(const struct screen_page *page, float usual, float narrow)
{
    const bool is_narrow = is_theme_narrow(page->facts) && is_screen_page_tight(page);
    return is_narrow ? narrow : usual;
}

static struct node *add_row(struct screen_page *page, struct node *keys, int number)
{
    struct node *row =
        node_row(page->arena, keys, span_format(page->arena, "keys-%d", number), 2.8f);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    row->justify = ALIGN_CENTER;
    row->said = span_format(page->arena, W("Row %d of the keys"), number);
    return row;
}

/* The keys of a row share all of it, so that the rows have common edges. */
static struct size key_width(float weight)
{
    return (struct size){
        .kind = SIZE_GROW, .value = weight, .min_mm = theme_mm.target_min_mm};
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
        {'*', WN("asterisk")},
        {0x20AC, WN("euro")},
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
    key->width = key_width(1);
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
    key->width = key_width(weight);
    return key;
}

static struct node *begin(struct screen_page *page, double max_mm)
{
    struct node *keys = node_column(page->arena, page->page, SPAN("keys"), 2.8f);
    keys->width = (struct size){.kind = SIZE_GROW,
                                .value = 1,
                                .max_mm = (float)screen_page_wide_mm(page, max_mm)};
    keys->said = WS("Keyboard");
    keys->keeps_sides = true;
    return keys;
}

/* Held down it erases on. */
static void add_erase(struct screen_page *page, struct node *row, float weight)
{
    add_command(page, row, "key-erase", WS("Delete"), event_of(EVENT_KEY_ERASE), weight)
        ->is_repeated = true;
}

/* A layer key leads to its layer and, from there, back to the letters. */
static void add_layer(struct screen_page *page, struct node *row,
                      const struct typing *typing, enum typing_layer layer,
                      const char *id, struct span label)
{
    const bool is_here = typing->layer == layer;
    struct node *key = add_command(
        page, row, id, is_here ? SPAN("abc") : label,
        event_with(EVENT_KEY_LAYER, is_here ? (int)LAYER_LETTERS : (int)layer, 0),
        layer_weight);
    key->said = is_here                  ? WS("Letters")
                : layer == LAYER_FIGURES ? WS("Numbers and signs")
                                         : WS("Letters with accents");
}

static void add_shift(struct screen_page *page, struct node *row,
                      const struct typing *typing)
{
    const bool is_locked = typing->letter_case == CASE_CAPITALS;
    struct node *shift =
        add_command(page, row, "key-shift", is_locked ? WS("CAPS") : WS("Shift"),
                    event_of(EVENT_KEY_SHIFT), end_weight(page, 1.5f, 2));
    shift->said = is_locked ? WS("Capital letters") : WS("Shift");
    shift->is_chosen = typing->letter_case != CASE_SMALL;
    shift->is_unavailable = typing->layer == LAYER_FIGURES;
}

static void add_caret(struct screen_page *page, struct node *row, bool is_right)
{
    struct node *key = add_command(
        page, row, is_right ? "key-right" : "key-left", is_right ? SPAN("→") : SPAN("←"),
        event_with(EVENT_CARET, is_right ? 1 : -1, 0), caret_weight);
    key->said = is_right ? WS("Cursor right") : WS("Cursor left");
    key->is_repeated = true;
}

static void add_last_row(struct screen_page *page, struct node *row,
                         const struct typing *typing)
{
    add_layer(page, row, typing, LAYER_FIGURES, "key-figures", SPAN("123"));
    add_layer(page, row, typing, LAYER_ACCENTS, "key-accents", SPAN("éüñ"));
    add_command(page, row, "key-space", WS("Space"), event_with(EVENT_KEY, ' ', 0),
                space_weight);
    add_caret(page, row, 0);
    add_caret(page, row, 1);
    add_command(page, row, "key-erase-word", WS("Delete word"),
                event_of(EVENT_KEY_ERASE_WORD), word_weight);
}

void keyboard_text(struct screen_page *page, const struct typing *typing, bool has_lines)
{
    const char *const *rows = text_rows[typing->layer];
    const bool is_capital = typing->letter_case != CASE_SMALL;
    struct node *keys = begin(page, KEYBOARD_MAX_MM);
    struct node *row = add_row(page, keys, 1);
    add_keys(page, row, rows[0], is_capital);
    add_erase(page, row, end_weight(page, 1.5f, 2));
    row = add_row(page, keys, 2);
    add_keys(page, row, rows[1], is_capital);
    if (has_lines)
        add_command(page, row, "key-line", WS("Enter"), event_with(EVENT_KEY, '\n', 0),
                    end_weight(page, 1.5f, 2))
            ->said = WS("New line");
    row = add_row(page, keys, 3);
    add_shift(page, row, typing);
    add_keys(page, row, rows[2], is_capital);
    add_last_row(page, add_row(page, keys, 4), typing);
}

void keyboard_codes(struct screen_page *page)
{
    struct node *keys = begin(page, KEYBOARD_MAX_MM);
    for (int i = 0; i < 3; i++)
        add_keys(page, add_row(page, keys, i + 1), code_rows[i], 0);
    add_erase(page, keys->first, end_weight(page, 1, 1.8f));
}

/* Room of the width of a key. */
static void add_room(struct screen_page *page, struct node *row)
{
    node_gap(page->arena, row, 0)->width = key_width(1);
}

/* `before` and `after` stand beside the 0; 0: room. */
static void add_pad(struct screen_page *page, uint32_t before, uint32_t after)
{
    struct node *keys = begin(page, PAD_MAX_MM);
    for (int i = 0; i < 3; i++)
        add_keys(page, add_row(page, keys, i + 1), digit_rows[i], 0);
    struct node *last = add_row(page, keys, 4);
    if (before)
        add_key(page, last, before);
    else
        add_room(page, last);
    add_key(page, last, '0');
    if (after)
        add_key(page, last, after);
    else
        add_room(page, last);
    add_erase(page, keys->first, 1);
    for (struct node *row = keys->first->next; row; row = row->next)
        add_room(page, row);
}

void keyboard_digits(struct screen_page *page, bool has_minus)
{
    add_pad(page, has_minus ? '-' : 0, '.');
}

void keyboard_pin(struct screen_page *page)
{
    add_pad(page, 0, 0);
}
