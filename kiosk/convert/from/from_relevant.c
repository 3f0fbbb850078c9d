#include "convert/from/from_relevant.h"

enum { TERMS_MAX = 16 };

struct term {
    struct span id, value;
    const char *comparison;
};

struct relevant {
    struct outline *outline;
    struct span rest;
    struct term terms[TERMS_MAX];
    size_t count;
};

static void blanks_skip(struct relevant *relevant)
{
    relevant->rest = span_trim(relevant->rest);
}

static bool is_next(struct relevant *relevant, const char *word)
{
    blanks_skip(relevant);
    if (!has_span_prefix(relevant->rest, word))
        return 0;
    relevant->rest = span_cut(relevant->rest, span_of(word).count, relevant->rest.count);
    return 1;
}

static bool until(struct relevant *relevant, char end, struct span *out_part)
{
    const size_t at = span_find(relevant->rest, end);
    if (at == relevant->rest.count)
        return 0;
    *out_part = span_cut(relevant->rest, 0, at);
    relevant->rest = span_cut(relevant->rest, at + 1, relevant->rest.count);
    return 1;
}

static bool id_read(struct relevant *relevant, struct term *term)
{
    struct span id;
    if (!is_next(relevant, "${") || !until(relevant, '}', &id))
        return 0;
    const struct outline_item *item = outline_find(relevant->outline, span_trim(id));
    if (!item)
        return 0;
    term->id = item->id;
    return 1;
}

static bool value_read(struct relevant *relevant, struct term *term)
{
    if (is_next(relevant, "'"))
        return until(relevant, '\'', &term->value);
    if (is_next(relevant, "\""))
        return until(relevant, '"', &term->value);
    size_t end = 0;
    blanks_skip(relevant);
    while (end < relevant->rest.count &&
           (relevant->rest.data[end] == '.' || relevant->rest.data[end] == '-' ||
            (relevant->rest.data[end] >= '0' && relevant->rest.data[end] <= '9')))
        end++;
    term->value = span_cut(relevant->rest, 0, end);
    relevant->rest = span_cut(relevant->rest, end, relevant->rest.count);
    return end > 0;
}

static const struct {
    const char *word, *comparison;
} operators[] = {{"!=", "not_equals"}, {">=", NULL},          {"<=", NULL},
                 {"=", "equals"},      {">", "greater_than"}, {"<", "less_than"}};

static bool operator_read(struct relevant *relevant, struct term *term)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (is_next(relevant, operators[i].word)) {
            term->comparison = operators[i].comparison;
            return term->comparison != NULL;
        }
    return 0;
}

static bool term_read(struct relevant *relevant)
{
    struct term *term = &relevant->terms[relevant->count];
    if (relevant->count == TERMS_MAX)
        return 0;
    relevant->count++;
    if (is_next(relevant, "selected(")) {
        term->comparison = "equals";
        return id_read(relevant, term) && is_next(relevant, ",") &&
               value_read(relevant, term) && is_next(relevant, ")");
    }
    return id_read(relevant, term) && operator_read(relevant, term) &&
           value_read(relevant, term);
}

bool from_relevant(struct outline *outline, struct outline_item *item, struct span text)
{
    struct relevant relevant = {.outline = outline, .rest = text};
    const char *joint = NULL;
    while (term_read(&relevant)) {
        blanks_skip(&relevant);
        if (!relevant.rest.count) {
            for (size_t i = 0; i < relevant.count; i++)
                outline_condition(outline, item, joint ? joint : "all",
                                  relevant.terms[i].id, relevant.terms[i].comparison,
                                  relevant.terms[i].value);
            return 1;
        }
        const char *found = is_next(&relevant, "and ")  ? "all"
                            : is_next(&relevant, "or ") ? "any"
                                                        : NULL;
        if (!found || (joint && found != joint))
            return 0;
        joint = found;
    }
    return 0;
}
