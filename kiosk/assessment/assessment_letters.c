#include "assessment/assessment_letters.h"

#include "base/utf8.h"

enum { NAMED_MAX = 5, REPLACEMENT = 0xFFFD, CODE_MAX = 0x10FFFF, KNOWN = 1024 };

struct look {
    const struct letters_port *port;
    struct fault_list *faults;
    enum fault_weight weight;
    struct known {
        uint32_t code;
        bool is_lacking;
    } known[KNOWN]; /* by the last bits of the code: most are asked for once */
    struct span file, language; /* where we are */
    /* of this document and language */
    uint32_t named[NAMED_MAX];
    size_t named_count;
    bool is_more;
    const struct text_entry *first;
};

static bool is_meaningless(uint32_t code)
{
    return code == REPLACEMENT || (code >= 0xE000 && code <= 0xF8FF) ||
           (code >= 0xF0000 && code <= CODE_MAX);
}

/* What steers letters and shows nothing itself: no font needs it. */
static bool is_unseen(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } unseen[] = {{0, 0x7E},        {0x7F, 0xA0},     {0xAD, 0xAD},
                  {0x200B, 0x200F}, {0x2028, 0x202F}, {0x2060, 0x206F},
                  {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE01EF}};
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
        if (code >= unseen[i].first && code <= unseen[i].last)
            return true;
    return false;
}

static bool is_lacking(struct look *look, uint32_t code)
{
    struct known *known = &look->known[code % KNOWN];
    if (is_unseen(code))
        return false;
    if (known->code != code)
        *known = (struct known){code, !look->port->can_set(look->port->context, code)};
    return known->is_lacking;
}

static void note_lacking(struct look *look, const struct text_entry *entry, uint32_t code)
{
    for (size_t i = 0; i < look->named_count; i++)
        if (look->named[i] == code)
            return;
    look->first = look->first ? look->first : entry;
    look->is_more = look->named_count == NAMED_MAX;
    if (!look->is_more)
        look->named[look->named_count++] = code;
}

static void tell_meaningless(const struct look *look, const struct text_entry *entry,
                             uint32_t code)
{
    const char *why = code == REPLACEMENT
                          ? "the place of a letter that was lost when the file was made"
                          : "for private use: it means nothing on another machine";
    if (!is_fault_kept(look->faults, look->weight)) {
        fault_add(look->faults, (struct fault){.weight = look->weight});
        return;
    }
    fault_add(look->faults,
              (struct fault){.weight = look->weight,
                             .file = look->file,
                             .line = entry->line,
                             .column = entry->column,
                             .key = entry->key,
                             .what = span_format(look->faults->arena,
                                                 "The letter U+%04X is %s", code, why),
                             .hint = SPAN("Write the letter that is meant.")});
}

static void look_at_text(struct look *look, const struct text_entry *entry)
{
    uint32_t code, meaningless = 0;
    for (size_t at = 0; utf8_next(entry->text, &at, &code);) {
        if (is_meaningless(code)) {
            meaningless = meaningless ? meaningless : code;
        } else if (is_lacking(look, code)) {
            note_lacking(look, entry, code);
        }
    }
    if (meaningless)
        tell_meaningless(look, entry, meaningless);
}

static struct span letters_named(const struct look *look)
{
    struct arena *arena = look->faults->arena;
    struct span names = {0};
    char bytes[4];
    for (size_t i = 0; i < look->named_count; i++)
        names = span_format(arena, "%.*s%s%.*s (U+%04X)", SPAN_ARGS(names), i ? ", " : "",
                            (int)utf8_put(look->named[i], bytes), bytes, look->named[i]);
    return names;
}

static struct span mending(const struct look *look)
{
    const char *package = look->port->package(look->named[0]);
    return package ? span_format(look->faults->arena,
                                 "Install %s, here and on each terminal that shows it.",
                                 package)
                   : SPAN("No package of fonts has it: write something else.");
}

static void tell_lacking(struct look *look)
{
    struct arena *arena = look->faults->arena;
    if (!look->named_count)
        return;
    const struct span where =
        look->language.count
            ? span_format(arena, " of \"%.*s\"", SPAN_ARGS(look->language))
            : (struct span){0};
    fault_add(look->faults,
              (struct fault){.weight = look->weight,
                             .file = look->file,
                             .line = look->first->line,
                             .column = look->first->column,
                             .key = look->first->key,
                             .what = span_format(arena,
                                                 "No font here has these letters%.*s: "
                                                 "%.*s%s",
                                                 SPAN_ARGS(where),
                                                 SPAN_ARGS(letters_named(look)),
                                                 look->is_more ? " and others" : ""),
                             .hint = mending(look)});
}

static struct look *look_begin(struct arena *arena, const struct letters_port *port,
                               struct fault_list *faults, enum fault_weight weight)
{
    struct look *look = arena_new(arena, struct look);
    look->port = port;
    look->faults = faults;
    look->weight = weight;
    return look;
}

static void look_at_language(struct look *look, const struct questionnaire *document,
                             const struct language *language)
{
    look->file = document->file;
    look->language = language->code;
    look->named_count = 0;
    look->is_more = false;
    look->first = NULL;
    for (size_t i = 0; i < language->entry_count; i++)
        look_at_text(look, &language->entries[i]);
    tell_lacking(look);
}

/* What questionnaire_text would take its texts from. */
static void look_at_document(struct look *look, const struct questionnaire *document,
                             struct span code)
{
    const struct span base = span_cut(code, 0, span_find(code, '-'));
    const struct language *own = questionnaire_language(document, code);
    const struct language *english = questionnaire_language(document, SPAN("en"));
    if (!own)
        own = questionnaire_language(document, base);
    if (own)
        look_at_language(look, document, own);
    if (own && !own->missing_count)
        return;
    if (!english && document->language_count)
        english = &document->languages[0];
    if (english && english != own)
        look_at_language(look, document, english);
}

/* A document may serve several parts. */
static bool is_seen_before(const struct assessment *assessment, size_t part)
{
    for (size_t i = 0; i < part; i++)
        if (assessment->parts[i].questionnaire == assessment->parts[part].questionnaire)
            return true;
    return false;
}

static void look_at_assessment(struct look *look, const struct assessment *assessment,
                               struct span language)
{
    if (assessment->words)
        look_at_document(look, assessment->words, language);
    for (size_t i = 0; i < assessment->part_count; i++)
        if (assessment->parts[i].questionnaire && !is_seen_before(assessment, i))
            look_at_document(look, assessment->parts[i].questionnaire, language);
}

void assessment_letters_check(struct arena *arena, const struct assessment *assessment,
                              struct span language, const struct letters_port *port,
                              struct fault_list *faults)
{
    struct look *look = look_begin(arena, port, faults, FAULT_ERROR);
    for (size_t i = 0; i < assessment->language_count && !language.count; i++)
        look_at_assessment(look, assessment, assessment->languages[i]);
    if (language.count)
        look_at_assessment(look, assessment, language);
}

void assessment_letters_document(struct arena *arena,
                                 const struct questionnaire *questionnaire,
                                 const struct letters_port *port,
                                 struct fault_list *faults)
{
    struct look *look = look_begin(arena, port, faults, FAULT_WARNING);
    for (size_t i = 0; i < questionnaire->language_count; i++)
        look_at_language(look, questionnaire, &questionnaire->languages[i]);
}

void assessment_letters_name(struct arena *arena, struct span name, struct span text,
                             const struct letters_port *port, struct fault_list *faults)
{
    struct look *look = look_begin(arena, port, faults, FAULT_ERROR);
    const struct text_entry entry = {.text = text};
    look->file = name;
    look_at_text(look, &entry);
    tell_lacking(look);
}
