#include "convert/outline.h"

#include "questionnaire/questionnaire.h"

enum { ID_MOST = 60, CODE_MOST = 40 };

static struct edit *new_edit(struct arena *arena, enum json_kind kind, struct span text)
{
    struct edit *edit = arena_new(arena, struct edit);
    *edit = (struct edit){.kind = kind, .text = text};
    return edit;
}

static void set(struct edit *object, const char *key, struct edit *value)
{
    json_edit_set(object, span_of(key), value);
}

static struct edit *set_new(struct arena *arena, struct edit *object, const char *key,
                            enum json_kind kind)
{
    struct edit *edit = new_edit(arena, kind, SPAN(""));
    set(object, key, edit);
    return edit;
}

struct outline outline_begin(struct arena *arena, struct losses *losses,
                             struct span language)
{
    struct outline outline = {.arena = arena,
                              .losses = losses,
                              .language = language.count ? language : SPAN("en"),
                              .root = json_edit_object(arena)};
    set(outline.root, "osd_version", json_edit_text(arena, SPAN("1.0")));
    outline.definition = set_new(arena, outline.root, "definition", JSON_OBJECT);
    outline.info = set_new(arena, outline.definition, "scale_info", JSON_OBJECT);
    outline.items = set_new(arena, outline.definition, "items", JSON_ARRAY);
    outline_name(&outline, SPAN("Questionnaire"));
    return outline;
}

static bool is_of_id(char byte)
{
    const char small = span_lower(byte);
    return (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

/* `text` as an id; "item" when nothing of it is left. */
static struct span id_of(struct arena *arena, struct span text)
{
    char *id = arena_alloc(arena, text.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < text.count && count < ID_MOST; i++) {
        const bool is_plain = is_of_id(text.data[i]);
        if (is_plain || (count && id[count - 1] != '_'))
            id[count++] = is_plain ? text.data[i] : '_';
    }
    while (count && id[count - 1] == '_')
        count--;
    return count ? (struct span){id, count} : SPAN("item");
}

void outline_name(struct outline *outline, struct span name)
{
    const struct span code = id_of(outline->arena, name);
    set(outline->info, "name", json_edit_text(outline->arena, name));
    set(outline->info, "code",
        json_edit_text(outline->arena, span_cut(code, 0, CODE_MOST)));
}

const struct outline_item *outline_find(const struct outline *outline, struct span id)
{
    const struct span made = id_of(outline->arena, id);
    const struct outline_item *found = NULL;
    for (const struct outline_item *item = outline->first; item; item = item->next)
        if (is_span_equal(item->id, made))
            found = item;
    return found;
}

/* A row of a grid is called GRID_1: an item of that name would be taken for one. */
static struct span free_id(const struct outline *outline, struct span id)
{
    const struct span made = id_of(outline->arena, id);
    struct span tried = made;
    for (size_t again = 2; outline_find(outline, tried); again++)
        tried = span_format(outline->arena, "%.*s_again%zu", SPAN_ARGS(made), again);
    if (!is_span_equal(tried, id))
        losses_add(
            outline->losses, SPAN("The name of an item, which is another now"),
            span_format(outline->arena, "%.*s is %.*s", SPAN_ARGS(id), SPAN_ARGS(tried)));
    return tried;
}

static void set_text(struct outline *outline, struct outline_item *item, const char *key,
                     struct span value)
{
    set(item->edit, key, json_edit_text(outline->arena, value));
}

struct outline_item *outline_item(struct outline *outline, struct span id,
                                  const char *type, const struct outline_words *words)
{
    struct outline_item *item = arena_new(outline->arena, struct outline_item);
    item->edit = json_edit_object(outline->arena);
    outline->is_full = outline->is_full || outline->item_count == OUTLINE_ITEMS_MAX;
    if (outline->is_full) {
        item->id = SPAN("item");
        return item;
    }
    item->id = free_id(outline, id);
    if (outline->last)
        outline->last->next = item;
    else
        outline->first = item;
    outline->last = item;
    if (outline->last_edit)
        outline->last_edit->next = item->edit;
    else
        outline->items->first = item->edit;
    outline->last_edit = item->edit;
    outline->item_count++;
    set_text(outline, item, "id", item->id);
    set_text(outline, item, "type", span_of(type));
    outline_words(outline, item,
                  is_span(span_of(type), "section") ? "title_key" : "text_key", words);
    return item;
}

static struct edit *extension_of(struct outline *outline, struct outline_item *item)
{
    struct edit *ours = json_edit_get(item->edit, "x-resonance");
    return ours ? ours : set_new(outline->arena, item->edit, "x-resonance", JSON_OBJECT);
}

void outline_kind(struct outline *outline, struct outline_item *item, const char *kind)
{
    set(extension_of(outline, item), "kind",
        json_edit_text(outline->arena, span_of(kind)));
}

static struct edit *number_edit(struct arena *arena, struct span value)
{
    double number;
    char text[32];
    if (!span_to_number(value, &number))
        return NULL;
    const size_t count = json_number_text(number, text);
    return new_edit(arena, JSON_NUMBER, span_copy(arena, (struct span){text, count}));
}

void outline_set_number(struct outline *outline, struct outline_item *item,
                        const char *key, struct span value)
{
    struct edit *number = number_edit(outline->arena, value);
    if (number)
        set(item->edit, key, number);
}

void outline_set_flag(struct outline *outline, struct outline_item *item, const char *key,
                      bool is_true)
{
    set(item->edit, key,
        new_edit(outline->arena, JSON_BOOLEAN, is_true ? SPAN("true") : SPAN("false")));
}

void outline_check(struct outline *outline, struct outline_item *item, const char *key,
                   struct span value)
{
    struct edit *number = number_edit(outline->arena, value);
    struct edit *checks = json_edit_get(item->edit, "validation");
    if (!number)
        return;
    if (!checks)
        checks = set_new(outline->arena, item->edit, "validation", JSON_OBJECT);
    set(checks, key, number);
}

static struct outline_language *language_of(struct outline *outline, struct span code)
{
    for (size_t i = 0; i < outline->language_count; i++)
        if (is_span_alike(outline->languages[i].code, code))
            return &outline->languages[i];
    if (outline->language_count == OUTLINE_LANGUAGES_MAX)
        return NULL;
    struct outline_language *language = &outline->languages[outline->language_count++];
    *language = (struct outline_language){json_edit_object(outline->arena), NULL, code};
    return language;
}

/* What the reader of our format takes out of a text is told here, with the element that it stood
 * in: <b> and its like, and with <img> a picture. */
static void marks_tell(const struct outline *outline, struct span key, struct span text)
{
    for (size_t i = 0; i + 1 < text.count; i++) {
        size_t end = i + 1;
        while (end < text.count && span_lower(text.data[end]) >= 'a' &&
               span_lower(text.data[end]) <= 'z')
            end++;
        const struct span tag = span_cut(text, i + 1, end - i - 1);
        if (text.data[i] == '<' && tag.count && !is_span_alike(tag, SPAN("br")) &&
            !is_span_alike(tag, SPAN("p")))
            losses_add(outline->losses,
                       span_format(outline->arena, "The markup <%.*s>", SPAN_ARGS(tag)),
                       key);
        if (text.data[i] == '$' && text.data[i + 1] == '{')
            losses_add(outline->losses,
                       SPAN("A place for an earlier answer, which is shown as it stands"),
                       key);
    }
}

/* Keys are made of ids and places, so none stands twice: nothing has to be looked for. */
static void text_add(struct outline *outline, struct span key, struct span code,
                     struct span text)
{
    struct outline_language *language =
        language_of(outline, code.count ? code : outline->language);
    if (!language || outline->text_count == OUTLINE_TEXTS_MAX) {
        outline->is_full = 1;
        return;
    }
    struct edit *edit = json_edit_text(outline->arena, text);
    edit->key = key;
    if (language->last)
        language->last->next = edit;
    else
        language->texts->first = edit;
    language->last = edit;
    outline->text_count++;
    marks_tell(outline, key, text);
}

static struct span code_of(const struct outline *outline,
                           const struct outline_words *words)
{
    return words->language.count ? words->language : outline->language;
}

/* Two texts in one language, as in a column without a language and one for the usual language: the
 * first one counts. */
static void words_add(struct outline *outline, struct span key,
                      const struct outline_words *first)
{
    if (!first)
        text_add(outline, key, SPAN(""), SPAN(""));
    for (const struct outline_words *words = first; words; words = words->next) {
        const struct outline_words *other = first;
        while (other != words &&
               !is_span_alike(code_of(outline, other), code_of(outline, words)))
            other = other->next;
        if (other == words)
            text_add(outline, key, words->language, words->text);
        else
            losses_add(outline->losses,
                       span_format(outline->arena, "A second text in %.*s, \"%.*s\"",
                                   SPAN_ARGS(code_of(outline, words)),
                                   SPAN_ARGS(words->text)),
                       key);
    }
}

void outline_words(struct outline *outline, struct outline_item *item, const char *key,
                   const struct outline_words *words)
{
    const struct span name =
        is_span(span_of(key), "text_key")
            ? item->id
            : span_format(outline->arena, "%.*s.%s", SPAN_ARGS(item->id), key);
    set_text(outline, item, key, name);
    words_add(outline, name, words);
}

static struct edit *option_edit(struct outline *outline, const char *list,
                                struct span value, struct span key)
{
    struct edit *name = json_edit_text(outline->arena, key);
    if (is_span(span_of(list), "rows") || is_span(span_of(list), "likert_labels"))
        return name;
    struct edit *option = json_edit_object(outline->arena);
    const bool is_statement = is_span(span_of(list), "statements");
    struct edit *number = is_statement ? NULL : number_edit(outline->arena, value);
    set(option, is_statement ? "id" : "value",
        number ? number : json_edit_text(outline->arena, value));
    set(option, "text_key", name);
    return option;
}

void outline_option(struct outline *outline, struct outline_item *item, const char *list,
                    struct span value, const struct outline_words *words)
{
    const bool is_statement = is_span(span_of(list), "statements");
    struct edit *holder = is_statement ? extension_of(outline, item) : item->edit;
    struct edit *all = json_edit_get(holder, list);
    const struct span key = span_format(outline->arena, "%.*s.%s%zu", SPAN_ARGS(item->id),
                                        list, ++item->option_count);
    if (item->option_count > OUTLINE_OPTIONS_MAX) {
        outline->is_full = 1;
        return;
    }
    if (!all) {
        all = set_new(outline->arena, holder, list, JSON_ARRAY);
        item->last_option = NULL;
    }
    struct edit *option = option_edit(outline, list, value, key);
    if (item->last_option)
        item->last_option->next = option;
    else
        all->first = option;
    item->last_option = option;
    words_add(outline, key, words);
}

void outline_condition(struct outline *outline, struct outline_item *item,
                       const char *joint, struct span id, const char *operator,
                       struct span value)
{
    struct arena *arena = outline->arena;
    struct edit *shown = json_edit_get(item->edit, "visible_when");
    if (!shown)
        shown = set_new(arena, item->edit, "visible_when", JSON_OBJECT);
    struct edit *all = json_edit_get(shown, joint), *one = json_edit_object(arena);
    if (!all)
        all = set_new(arena, shown, joint, JSON_ARRAY);
    set(one, "item", json_edit_text(arena, id));
    set(one, "operator", json_edit_text(arena, span_of(operator)));
    set(one, "value", json_edit_text(arena, value));
    json_edit_insert(all, SIZE_MAX, one);
}

/* Two scales whose names make one id would become one in silence. */
static void scale_tell(const struct outline *outline, struct span id, struct span scale)
{
    struct edit *all = json_edit_get(outline->definition, "dimensions");
    for (struct edit *dimension = all ? all->first : NULL; dimension;
         dimension = dimension->next)
        if (is_span_equal(json_edit_text_of(dimension, "id"), id) &&
            !is_span_equal(json_edit_text_of(dimension, "name"), scale))
            losses_add(outline->losses,
                       SPAN("A scale that is counted with another, whose name is alike"),
                       scale);
}

/* A dimension for each scale, so that a scale without an own name for people is named by its id. */
static void dimension_add(struct outline *outline, struct span id, struct span scale)
{
    struct edit *all = json_edit_get(outline->definition, "dimensions");
    struct edit *dimension = json_edit_object(outline->arena);
    if (!all)
        all = set_new(outline->arena, outline->definition, "dimensions", JSON_ARRAY);
    set(dimension, "id", json_edit_text(outline->arena, id));
    set(dimension, "name", json_edit_text(outline->arena, scale));
    json_edit_insert(all, SIZE_MAX, dimension);
}

void outline_score(struct outline *outline, struct span scale,
                   const struct outline_item *item, int sign)
{
    struct arena *arena = outline->arena;
    const struct span id = id_of(arena, scale);
    if (!outline->scoring)
        outline->scoring = set_new(arena, outline->definition, "scoring", JSON_OBJECT);
    struct edit *block = json_edit_get(outline->scoring, span_text(arena, id));
    scale_tell(outline, id, scale);
    if (!block) {
        block = set_new(arena, outline->scoring, span_text(arena, id), JSON_OBJECT);
        set(block, "method", json_edit_text(arena, SPAN("mean_coded")));
        (void)set_new(arena, block, "items", JSON_OBJECT);
        dimension_add(outline, id, scale);
    }
    set(json_edit_get(block, "items"), span_text(arena, item->id),
        number_edit(arena, sign < 0 ? SPAN("-1") : SPAN("1")));
    set(item->edit, "dimension", json_edit_text(arena, id));
}

enum status outline_write(struct outline *outline, struct span *out_document)
{
    struct edit *translations =
        set_new(outline->arena, outline->root, "translations", JSON_OBJECT);
    if (outline->is_full)
        return fail(STATUS_TOO_LARGE,
                    "there are more than %d items, %d texts or %d languages",
                    OUTLINE_ITEMS_MAX, OUTLINE_TEXTS_MAX, OUTLINE_LANGUAGES_MAX);
    if (!outline->item_count)
        return fail(STATUS_BAD_INPUT, "there is no question in it that we can ask");
    for (size_t i = 0; i < outline->language_count; i++)
        json_edit_set(translations, outline->languages[i].code,
                      outline->languages[i].texts);
    const struct span document = json_edit_write(outline->arena, outline->root);
    if (document.count > QUESTIONNAIRE_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "it becomes longer than a questionnaire may be");
    *out_document = document;
    return OK;
}
