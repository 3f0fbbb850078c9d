/* Ours for others: each kind that only we have becomes what comes nearest in the plain format, and
 * all that stands below x-resonance is told and taken away.
 *
 *   best-worst, most-least  two questions with one choice each
 *   rank                    a table with a row for each statement and a column for each place
 *   scene                   an instruction below its title */
#include "author/json_edit.h"
#include "convert/convert.h"
#include "questionnaire/questionnaire.h"

enum { SHOWN_BYTES = 40 };

static const char ours[] = "x-resonance";

struct plain {
    struct arena *arena;
    struct losses *losses;
    struct edit *definition, *translations;
    struct span *dissolved; /* ids of items that are several now, or count otherwise */
    size_t dissolved_count;
};

static struct edit *copy(struct arena *arena, const struct edit *edit)
{
    struct edit *made = arena_new(arena, struct edit);
    struct edit **end = &made->first;
    *made = (struct edit){edit->kind, edit->key, edit->text, NULL, NULL};
    for (const struct edit *child = edit->first; child; child = child->next) {
        *end = copy(arena, child);
        end = &(*end)->next;
    }
    return made;
}

static void set_text(const struct plain *plain, struct edit *object, const char *key,
                     struct span text)
{
    json_edit_set(object, span_of(key), json_edit_text(plain->arena, text));
}

static struct edit *set_list(const struct plain *plain, struct edit *object,
                             const char *key)
{
    struct edit *list = arena_new(plain->arena, struct edit);
    list->kind = JSON_ARRAY;
    json_edit_set(object, span_of(key), list);
    return list;
}

/* "weight_why" and its value, for each value below x-resonance. */
static void leaves_tell(const struct plain *plain, const struct edit *edit,
                        struct span path, struct span place)
{
    if (edit->kind == JSON_OBJECT || edit->kind == JSON_ARRAY) {
        for (const struct edit *child = edit->first; child; child = child->next)
            leaves_tell(plain, child,
                        child->key.count
                            ? span_format(plain->arena, "%.*s > %.*s", SPAN_ARGS(path),
                                          SPAN_ARGS(child->key))
                            : path,
                        place);
        return;
    }
    const struct span shown = span_cut(edit->text, 0, SHOWN_BYTES);
    losses_add(plain->losses,
               span_format(plain->arena, "%.*s \"%.*s%s\"", SPAN_ARGS(path),
                           SPAN_ARGS(shown), shown.count < edit->text.count ? "..." : ""),
               place);
}

/* "b01", "b01.visible_when", "scoring.focus": by an id where there is one. */
static struct span place_of(const struct plain *plain, const struct edit *edit,
                            struct span above)
{
    for (const struct edit *child = edit->first; child; child = child->next)
        if (is_span(child->key, "id") && child->text.count)
            return child->text;
    if (!edit->key.count || edit == plain->definition)
        return above;
    return above.count ? span_format(plain->arena, "%.*s.%.*s", SPAN_ARGS(above),
                                     SPAN_ARGS(edit->key))
                       : edit->key;
}

static void ours_take(const struct plain *plain, struct edit *edit, struct span above)
{
    const struct span place = place_of(plain, edit, above);
    struct edit *extension = json_edit_get(edit, ours);
    if (extension)
        leaves_tell(plain, extension, span_of(ours),
                    place.count ? place : SPAN("definition"));
    json_edit_drop(edit, span_of(ours));
    for (struct edit *child = edit->first; child; child = child->next)
        ours_take(plain, child, place);
}

/* The statements of an item of ours, of which id and words go on as something else. */
static void statements_take(const struct edit *statements)
{
    for (struct edit *one = statements ? statements->first : NULL; one; one = one->next) {
        json_edit_drop(one, span_of("id"));
        json_edit_drop(one, span_of("text_key"));
    }
}

static void option_add(const struct plain *plain, struct edit *list, struct span value,
                       struct span key)
{
    struct edit *option = json_edit_object(plain->arena);
    set_text(plain, option, "value", value);
    set_text(plain, option, "text_key", key);
    json_edit_insert(list, SIZE_MAX, option);
}

/* One half of a pair: the question stands above, what is chosen for is asked. */
static struct edit *half_made(const struct plain *plain, const struct edit *item,
                              const struct edit *statements, const char *half)
{
    struct edit *made = copy(plain->arena, item);
    const struct span id = json_edit_text_of(made, "id");
    json_edit_drop(made, span_of(ours));
    set_text(plain, made, "id",
             span_format(plain->arena, "%.*s_%s", SPAN_ARGS(id), half));
    set_text(plain, made, "type", SPAN("multi"));
    set_text(plain, made, "question_head", json_edit_text_of(made, "text_key"));
    set_text(plain, made, "text_key", span_format(plain->arena, "label_%s", half));
    struct edit *options = set_list(plain, made, "options");
    for (struct edit *one = statements->first; one; one = one->next)
        option_add(plain, options, json_edit_text_of(one, "id"),
                   json_edit_text_of(one, "text_key"));
    return made;
}

/* Columns are called by their numbers, in every language. */
static void place_named(const struct plain *plain, struct span name)
{
    for (struct edit *language = plain->translations->first; language;
         language = language->next)
        if (!json_edit_get(language, span_text(plain->arena, name)))
            json_edit_set(language, name, json_edit_text(plain->arena, name));
}

static void rank_made(const struct plain *plain, struct edit *item,
                      const struct edit *statements)
{
    struct edit *rows = set_list(plain, item, "rows"),
                *columns = set_list(plain, item, "columns");
    size_t count = 0;
    set_text(plain, item, "type", SPAN("grid"));
    for (struct edit *one = statements->first; one; one = one->next) {
        const struct span name = span_format(plain->arena, "%zu", ++count);
        json_edit_insert(
            rows, SIZE_MAX,
            json_edit_text(plain->arena, json_edit_text_of(one, "text_key")));
        option_add(plain, columns, name, name);
        place_named(plain, name);
    }
    losses_add(plain->losses, SPAN("That each place in an order is given once"),
               json_edit_text_of(item, "id"));
}

static void dissolve(struct plain *plain, struct edit *item)
{
    plain->dissolved[plain->dissolved_count++] = json_edit_text_of(item, "id");
}

static void pair_made(struct plain *plain, struct edit *item,
                      const struct edit *statements)
{
    struct edit *worst = half_made(plain, item, statements, "worst");
    struct edit *best = half_made(plain, item, statements, "best");
    const struct span id = json_edit_text_of(item, "id");
    losses_add(plain->losses, SPAN("That the two choices of a block differ"), id);
    dissolve(plain, item);
    /* the item becomes its first half; what is ours is still told of it */
    struct edit *extension = json_edit_get(item, ours);
    worst->next = item->next;
    item->next = worst;
    item->first = best->first;
    json_edit_set(item, span_of(ours), extension);
}

static void kind_made(struct plain *plain, struct edit *item)
{
    struct edit *extension = json_edit_get(item, ours);
    const struct span kind = json_edit_text_of(extension, "kind");
    struct edit *statements = json_edit_get(extension, "statements");
    const struct span title = json_edit_text_of(extension, "title_key");
    json_edit_drop(extension, span_of("kind"));
    if (is_span(kind, "scene") && title.count) {
        set_text(plain, item, "question_head", title);
        json_edit_drop(extension, span_of("title_key"));
    }
    if (is_span(kind, "rank"))
        rank_made(plain, item, statements);
    if (is_span(kind, "best-worst") || is_span(kind, "most-least"))
        pair_made(plain, item, statements);
    if (is_span(kind, "rank"))
        dissolve(plain, item);
    statements_take(statements);
    if (is_span(json_edit_text_of(item, "type"), "number")) {
        set_text(plain, item, "type", SPAN("short"));
        set_text(plain, item, "input_type", SPAN("number"));
    }
}

/* Conditions and scores that ask for an item which is another now. */
static void asked_tell(const struct plain *plain, const struct edit *edit,
                       struct span above)
{
    const struct span place = place_of(plain, edit, above);
    for (const struct edit *child = edit->first; child; child = child->next) {
        for (size_t i = 0; i < plain->dissolved_count; i++)
            if ((is_span(child->key, "item") &&
                 is_span_equal(child->text, plain->dissolved[i])) ||
                is_span_equal(child->key, plain->dissolved[i]))
                losses_add(
                    plain->losses,
                    span_format(plain->arena,
                                "A condition or score that asks for %.*s, which is "
                                "another item now",
                                SPAN_ARGS(plain->dissolved[i])),
                    place);
        asked_tell(plain, child, place);
    }
}

/* The words of other frames: other programs ask one sort of people. */
static void frames_take(const struct plain *plain)
{
    for (struct edit *language = plain->translations->first; language;
         language = language->next)
        for (struct edit *text = language->first, *next; text; text = next) {
            const size_t at = span_find(text->key, '@');
            next = text->next;
            if (at == text->key.count)
                continue;
            losses_add(
                plain->losses,
                span_format(plain->arena, "Words of the frame %.*s, in %.*s",
                            SPAN_ARGS(span_cut(text->key, at + 1, text->key.count)),
                            SPAN_ARGS(language->key)),
                span_cut(text->key, 0, at));
            json_edit_drop(language, text->key);
        }
}

static enum status ours_check(struct arena *arena, struct span file, struct span bytes)
{
    struct fault_list faults = fault_list_init(arena);
    struct questionnaire *questionnaire = NULL;
    const enum status status =
        questionnaire_read(arena, file, bytes, &faults, &questionnaire);
    return status == OK ? OK
                        : fail(status, "%.*s has errors; 'resonance check' tells them",
                               SPAN_ARGS(file));
}

enum status convert_to_osd(struct arena *arena, struct span file, struct span bytes,
                           struct losses *losses, struct span *out_document)
{
    struct plain plain = {.arena = arena, .losses = losses};
    struct edit *root;
    size_t count = 0;
    enum status status = ours_check(arena, file, bytes);
    if (status == OK)
        status = json_edit_read(arena, file, bytes, &root);
    if (status != OK)
        return status;
    plain.definition = json_edit_get(root, "definition");
    plain.translations = json_edit_get(root, "translations");
    struct edit *items = json_edit_get(plain.definition, "items");
    if (!plain.definition || !plain.translations || !items)
        return fail(STATUS_BAD_INPUT,
                    "%.*s has no definition with items, or no translations",
                    SPAN_ARGS(file));
    for (const struct edit *item = items->first; item; item = item->next)
        count++;
    plain.dissolved = arena_array(arena, struct span, count + 1);
    for (struct edit *item = items->first, *next; item; item = next) {
        next = item->next;
        kind_made(&plain, item);
    }
    asked_tell(&plain, plain.definition, SPAN(""));
    ours_take(&plain, plain.definition, SPAN(""));
    frames_take(&plain);
    if (losses->is_full)
        return fail(STATUS_TOO_LARGE, "%.*s: more is lost than can be told",
                    SPAN_ARGS(file));
    *out_document = json_edit_write(arena, root);
    return OK;
}
