#include "author/story_document.h"

#include "base/text/shown_text.h"
#include "base/utf8.h"

#include <string.h>

#define ASSESSMENT_FILE "assessment.json"
#define STORY_FILE "story.osd" /* where no part names another */

static bool is_scene(struct edit *item)
{
    return is_span(json_edit_text_of(json_edit_get(item, "x-resonance"), "kind"),
                   "scene");
}

struct edit *story_document_scene(const struct story_document *story, size_t number)
{
    size_t count = 0;
    for (struct edit *item = story->items->first; item; item = item->next)
        if (is_scene(item) && ++count == number)
            return item;
    return NULL;
}

size_t story_document_count(const struct story_document *story)
{
    size_t count = 0;
    for (struct edit *item = story->items->first; item; item = item->next)
        count += is_scene(item) ? 1 : 0;
    return count;
}

struct span story_document_picture(struct edit *scene)
{
    return json_edit_text_of(json_edit_get(scene, "x-resonance"), "picture");
}

static struct edit *part_find(struct edit *parts)
{
    struct edit *part = parts ? parts->first : NULL;
    while (part && !(is_span(json_edit_text_of(part, "use"), "story") &&
                     is_span(json_edit_text_of(part, "role"), "candidate")))
        part = part->next;
    return part;
}

static enum status definition_open(struct story_document *story)
{
    story->file = story->part ? json_edit_text_of(story->part, "file") : SPAN(STORY_FILE);
    if (!form_file(story->form, story->file))
        return fail(STATUS_NOT_FOUND,
                    "this assessment has no document about a story (%.*s); the one that "
                    "comes with the program has",
                    SPAN_ARGS(story->file));
    const enum status status = form_document(story->form, story->file, &story->root);
    if (status != OK)
        return status;
    story->definition = json_edit_get(story->root, "definition");
    story->items = json_edit_get(story->definition, "items");
    story->translations = json_edit_get(story->root, "translations");
    if (!story->items || story->items->kind != JSON_ARRAY || !story->translations ||
        story->translations->kind != JSON_OBJECT)
        return fail(STATUS_BAD_INPUT, "%.*s has no \"items\" or no \"translations\"",
                    SPAN_ARGS(story->file));
    return OK;
}

enum status story_document_open(struct form *form, struct story_document *out_story)
{
    struct story_document story = {.form = form};
    enum status status = form_document(form, SPAN(ASSESSMENT_FILE), &story.assessment);
    if (status != OK)
        return status;
    story.parts = json_edit_get(story.assessment, "parts");
    if (!story.parts || story.parts->kind != JSON_ARRAY)
        return fail(STATUS_BAD_INPUT, ASSESSMENT_FILE " has no \"parts\"");
    story.part = part_find(story.parts);
    status = definition_open(&story);
    if (status != OK)
        return status;
    for (size_t i = 0; i < STORY_DOCUMENT_SCENES_MAX; i++) {
        struct edit *scene = story_document_scene(&story, i + 1);
        if (scene)
            story.before[story.before_count++] = story_document_picture(scene);
    }
    *out_story = story;
    return OK;
}

bool is_story_document_sample(const struct story_document *story)
{
    const struct edit *mark =
        json_edit_get(json_edit_get(story->definition, "x-resonance"), "sample");
    return mark && is_span(mark->text, "true");
}

/* ---- back into the form ---- */

/* "2.0.0" becomes "2.0.0+1", "2.0.0+1" becomes "2.0.0+2". */
static void version_raise(const struct story_document *story)
{
    struct arena *arena = story->form->arena;
    struct edit *info = json_edit_get(story->definition, "scale_info");
    const struct span version = json_edit_text_of(info, "version");
    const size_t plus = span_find(version, '+');
    int64_t change = 0;
    if (!info)
        return;
    (void)span_to_integer(span_cut(version, plus + 1, version.count), &change);
    json_edit_set(info, SPAN("version"),
                  json_edit_text(arena, span_format(arena, "%.*s+%lld",
                                                    SPAN_ARGS(span_cut(version, 0, plus)),
                                                    (long long)change + 1)));
}

static struct edit *part_new(const struct story_document *story)
{
    static const char *const facts[][2] = {
        {"id", "story"},        {"use", "story"}, {"role", "candidate"},
        {"frame", "candidate"}, {"file", NULL},   {"title_key", "title"},
    };
    struct arena *arena = story->form->arena;
    struct edit *part = json_edit_object(arena);
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        json_edit_set(
            part, span_of(facts[i][0]),
            json_edit_text(arena, facts[i][1] ? span_of(facts[i][1]) : story->file));
    return part;
}

/* Behind what is chosen and rated, before the candidate's own words and the end. */
static void part_put(const struct story_document *story)
{
    size_t index = 0, at = 0;
    for (struct edit *part = story->parts->first; part; part = part->next) {
        const struct span use = json_edit_text_of(part, "use");
        index++;
        if (is_span(json_edit_text_of(part, "role"), "candidate") &&
            !is_span(use, "interview") && !is_span(use, "closing"))
            at = index;
    }
    json_edit_insert(story->parts, at, part_new(story));
}

static bool is_mentioned(const struct form *form, struct span name)
{
    const struct span quoted = span_format(form->arena, "\"%.*s\"", SPAN_ARGS(name));
    for (size_t i = 0; i < form->count; i++)
        if (!has_span_prefix(form->files[i].name, "pictures/") &&
            memmem(form->files[i].bytes.data, form->files[i].bytes.count, quoted.data,
                   quoted.count))
            return true;
    return false;
}

struct span story_document_picture_file(struct arena *arena, struct span name)
{
    return span_format(arena, "pictures/%.*s.picture", SPAN_ARGS(name));
}

enum status story_document_close(const struct story_document *story)
{
    struct form *form = story->form;
    const size_t count = story_document_count(story);
    version_raise(story);
    if (count && !story->part)
        part_put(story);
    if (!count && story->part)
        json_edit_take(story->parts, story->part);
    if (!count && !is_span(story->file, STORY_FILE))
        form_drop(form, story->file); /* it is found again under its usual name */
    enum status status =
        form_put_document(form, count ? story->file : SPAN(STORY_FILE), story->root);
    if (status == OK)
        status = form_put_document(form, SPAN(ASSESSMENT_FILE), story->assessment);
    for (size_t i = 0; i < story->before_count && status == OK; i++)
        if (!is_mentioned(form, story->before[i]))
            form_drop(form, story_document_picture_file(form->arena, story->before[i]));
    return status;
}

enum status story_document_language(const struct story_document *story, struct span code,
                                    struct edit **out_words)
{
    *out_words = json_edit_get(story->translations, span_text(story->form->arena, code));
    if (!*out_words)
        return fail(STATUS_NOT_FOUND, "the story has no language \"%.*s\"",
                    SPAN_ARGS(span_cut(code, 0, 20)));
    return OK;
}

static void words_drop(const struct story_document *story, struct edit *scene)
{
    const struct span keys[] = {
        json_edit_text_of(scene, "text_key"),
        json_edit_text_of(json_edit_get(scene, "x-resonance"), "title_key")};
    for (struct edit *language = story->translations->first; language;
         language = language->next)
        for (size_t i = 0; i < 2; i++)
            json_edit_drop(language, keys[i]);
}

void story_document_drop(const struct story_document *story, struct edit *scene)
{
    words_drop(story, scene);
    json_edit_take(story->items, scene);
}

/* With the largest letters a line of a heading takes about 24 of them on the smallest screen, a
 * line of text about 36. */
const struct story_document_limits story_document_title = {60, 20};
const struct story_document_limits story_document_text = {400, 30};

static size_t word_longest(struct span words)
{
    size_t longest = 0, count = 0, at = 0;
    uint32_t code;
    while (utf8_next(words, &at, &code)) {
        count = code == ' ' || code == '-' ? 0 : count + 1;
        longest = count > longest ? count : longest;
    }
    return longest;
}

enum status story_document_check(const char *what, struct span words,
                                 struct story_document_limits limits)
{
    const enum status status = shown_text_check(what, words);
    if (status != OK)
        return status;
    if (utf8_count(words) > limits.all)
        return fail(STATUS_BAD_INPUT,
                    "the %s has %zu characters; at most %zu are read well on one page",
                    what, utf8_count(words), limits.all);
    if (word_longest(words) > limits.word)
        return fail(
            STATUS_BAD_INPUT,
            "the %s has a word of %zu letters; at most %zu fit on a line with the "
            "largest letters",
            what, word_longest(words), limits.word);
    return OK;
}
