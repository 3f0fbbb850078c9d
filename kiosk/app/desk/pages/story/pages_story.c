/* The strategy story: its scenes in order, begun, added to, taken out. */
#include "app/desk/pages/story/pages_story.h"

#include "app/desk/form/form_change.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "author/drawn.h"
#include "author/form_story.h"
#include "base/words.h"
#include "lint/lint.h"
#include "seal/seal.h"

enum { HTTP_WRONG_FORM = 422 };

/* --- as it stands --- */

static enum status fixed_find(struct office *office, bool *out_is_fixed)
{
    struct span *ids;
    size_t count;
    const enum status status = office_open_vacancies(office, &ids, &count);
    *out_is_fixed = status == OK && count;
    return status;
}

static enum status scenes_read(struct office *office, struct pages_story *story)
{
    struct form form;
    enum status status = form_change_read(office, &form);
    if (status == OK)
        status = form_story_sample(&form, &story->is_sample);
    if (status == OK)
        status = form_scene_list(&form, office->organization->language, &story->title,
                                 &story->scenes, &story->count);
    return status == STATUS_NOT_FOUND ? OK : status;
}

enum status pages_story_read(struct pages_turn *turn, struct pages_story *out_story)
{
    struct office *office = &turn->operation->office;
    *out_story = (struct pages_story){0};
    const enum status status = fixed_find(office, &out_story->is_fixed);
    return status == OK ? scenes_read(office, out_story) : status;
}

static struct span digest_of(struct arena *arena, const struct pages_story *story)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    struct buffer all = buffer_init(arena, 256 * 1024);
    buffer_format(&all, "%.*s\n", SPAN_ARGS(story->title));
    for (size_t i = 0; i < story->count; i++)
        buffer_format(&all, "%.*s\n%.*s\n%.*s\n", SPAN_ARGS(story->scenes[i].title),
                      SPAN_ARGS(story->scenes[i].text),
                      SPAN_ARGS(story->scenes[i].picture));
    seal_hash("story", buffer_span(&all), hash);
    return span_hex(arena, hash, sizeof hash);
}

/* --- changed --- */

struct page_form *pages_story_form(struct pages_turn *turn,
                                   const struct pages_story *story, const char *submit)
{
    struct page_form *form = page_form_new(turn->arena, turn->question->route,
                                           turn->question->token, WS(submit));
    page_form_field(form, PAGE_FIELD_HIDDEN, "digest", SPAN(""))->value =
        digest_of(turn->arena, story);
    if (story->is_fixed)
        form->closed = WS("The story does not change while a vacancy is open, because "
                          "all its candidates read the same.");
    return form;
}

static enum status seen_check(struct operation *operation)
{
    struct pages_story story = {0};
    const char *seen = options_text(&operation->values, "digest");
    const enum status status = scenes_read(&operation->office, &story);
    if (status != OK)
        return status;
    return seen && is_span(digest_of(operation->arena, &story), seen)
               ? OK
               : fail(STATUS_EXISTS,
                      "somebody has changed the story meanwhile; look at it "
                      "as it is now, and send this again");
}

static enum status sign_prepare(struct operation *operation)
{
    operation->wants = (struct operation_wants){.signing_key = true};
    return seen_check(operation);
}

enum status pages_story_run(struct pages_turn *turn,
                            enum status (*run)(struct operation *operation),
                            bool wants_passphrase)
{
    pages_turn_value(turn, "digest", pages_turn_field(turn, "digest"));
    const enum status status =
        pages_sign_run(turn, wants_passphrase ? sign_prepare : seen_check, run);
    if (status == OK)
        pages_turn_note(turn, "changed", SPAN("story"));
    return status;
}

enum status pages_story_refused(struct pages_turn *turn, struct page_form *form,
                                const char *field, enum status status)
{
    if (is_pages_sign_grave(status))
        return status;
    const struct span sentence =
        pages_words_sentence(turn->arena, span_of(status_last()));
    if (status == STATUS_EXISTS)
        page_add_notice(&turn->page.head, PAGE_WRONG, sentence,
                        WS("Nothing was changed. What you wrote is kept."));
    else
        page_form_fault(form, field, sentence);
    turn->answer->http_status = HTTP_WRONG_FORM;
    return OK;
}

/* --- the fields of a scene --- */

/* What a careful colleague would say of the words: it stops nothing. */
static struct span remarks_of(struct pages_turn *turn, struct span text,
                              const char *usual)
{
    struct fault_list faults = fault_list_init(turn->arena);
    struct buffer said = buffer_init(turn->arena, 4096);
    if (text.count)
        lint_told(turn->arena, turn->operation->office.organization->language, text,
                  &faults);
    buffer_text(&said, W(usual));
    for (const struct fault *fault = faults.first; fault; fault = fault->next)
        buffer_format(&said, W(" Note: %.*s. %.*s"), SPAN_ARGS(fault->what),
                      SPAN_ARGS(fault->hint));
    return buffer_span(&said);
}

static void text_field(struct pages_turn *turn, struct page_form *form,
                       enum page_field_kind kind, const char *name, const char *label,
                       struct span value, const char *hint, size_t most)
{
    struct page_field *field = page_form_field(form, kind, name, WS(label));
    field->value = value;
    field->hint = remarks_of(turn, value, hint);
    field->most = most;
}

/* The drawings of the program, and the photograph that is there already. */
static void picture_field(struct pages_turn *turn, struct page_form *form,
                          struct span chosen)
{
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_ONE_OF, "picture", WS("Picture"));
    struct span rest = drawn_names(turn->arena), name;
    bool is_drawn = false;
    form->after = WS("Drawings take the colours that each person chooses. A photograph "
                     "of your own is put in at the machine of the desk: ask whoever runs "
                     "it.");
    while (rest.count && span_next(&rest, ',', &name)) {
        name = span_trim(name);
        page_form_choice(field, name, name)->is_chosen = is_span_equal(name, chosen);
        is_drawn |= is_span_equal(name, chosen);
    }
    if (chosen.count && !is_drawn)
        page_form_choice(field, chosen, WS("the one that is there"))->is_chosen = true;
}

void pages_story_scene_fields(struct pages_turn *turn, struct page_form *form,
                              const struct form_scene *scene, bool is_sent)
{
    static const struct form_scene none = {0};
    const struct form_scene *kept = scene ? scene : &none;
    text_field(turn, form, PAGE_FIELD_TEXT, "title", WN("Title"),
               is_sent ? pages_turn_field(turn, "title") : kept->title,
               WN("A few words, such as “Where we come from”."), PAGES_STORY_TITLE_MOST);
    text_field(turn, form, PAGE_FIELD_LONG, "text", WN("What you tell"),
               is_sent ? pages_turn_field(turn, "text") : kept->text,
               WN("Two to five sentences."), PAGES_STORY_TEXT_MOST);
    picture_field(turn, form,
                  is_sent ? pages_turn_field(turn, "picture") : kept->picture);
}

/* --- the page --- */

static void notices_add(struct pages_turn *turn, const struct pages_story *story)
{
    if (story->is_fixed)
        page_add_notice(&turn->page.head, PAGE_CARE,
                        WS("A vacancy is open, so the story stays as it is."),
                        WS("All its candidates read the same. It can change once each "
                           "vacancy is closed."));
    if (story->is_sample)
        page_add_notice(&turn->page.head, PAGE_CARE,
                        WS("This story is a sample: it tells of a made-up company."),
                        WS("Begin your own before real people read it."));
}

static void scenes_add(struct pages_turn *turn, const struct pages_story *story)
{
    static const struct page_column columns[] = {
        {WN("Scene"), 1}, {WN("Title"), 0}, {WN("What you tell"), 0}};
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "scenes",
                     span_format(turn->arena, "%.*s", SPAN_ARGS(story->title)).data);
    if (!story->count) {
        page_add_text(section, WS("It has no scene yet, so nobody is asked about it."));
        return;
    }
    struct page_block *table = page_add_table(section, W("Scenes"), columns, 3);
    for (size_t i = 0; i < story->count; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = span_format(turn->arena, "%zu", i + 1);
        row->cells[1] = story->scenes[i].title;
        page_cell(table, row, 1)->address =
            pages_link(turn->arena, "/story/*", row->cells[0]);
        row->cells[2] = story->scenes[i].text;
    }
}

static struct page_form *begin_form(struct pages_turn *turn,
                                    const struct pages_story *story)
{
    struct page_form *form = pages_story_form(turn, story, W("Begin our own story"));
    struct page_field *title =
        page_form_field(form, PAGE_FIELD_TEXT, "title", WS("What the story is called"));
    title->value = pages_turn_field(turn, "title");
    title->hint = WS("Candidates read it on the page before the first scene.");
    title->most = PAGES_STORY_TITLE_MOST;
    form->after = WS("Its scenes come next. Nobody is asked about a story without one.");
    return form;
}

static enum status begin_do(struct pages_turn *turn, struct page_form *form)
{
    turn->operation->values = (struct options){0};
    pages_turn_value(turn, "title", span_trim(pages_turn_field(turn, "title")));
    const enum status status = pages_story_run(turn, story_new_run, false);
    if (status != OK)
        return pages_story_refused(turn, form, "title", status);
    pages_turn_done(turn, SPAN("/story/add"), WN("The story is begun."));
    return OK;
}

enum status pages_story(struct pages_turn *turn)
{
    struct pages_story story;
    struct page_form *form = NULL;
    pages_turn_begin(turn, WS("Our strategy as a story"));
    const enum status status = pages_story_read(turn, &story);
    if (status != OK)
        return status;
    const bool is_own = story.title.count && !story.is_sample;
    notices_add(turn, &story);
    scenes_add(turn, &story);
    if (!is_own) {
        form = begin_form(turn, &story);
        page_add_form(page_section(&turn->page, PAGE_BOX, "begin", W("Your own story")),
                      form);
    }
    if (!story.is_fixed && is_own)
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_MAIN, WS("Add a scene"),
                     SPAN("/story/add"));
    if (!story.is_fixed && story.count)
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                     WS("Take the story out"), SPAN("/story/remove"));
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_LINK,
                 WS("Why each topic matters"), SPAN("/reasons"));
    if (!is_pages_turn_form(turn))
        return OK;
    return form ? begin_do(turn, form)
                : fail(STATUS_EXISTS, "there is a story of your own already");
}

static void crumbs_add(struct pages_turn *turn, const char *words)
{
    pages_turn_crumb(turn, WS("Strategy story"), SPAN("/story"));
    pages_turn_crumb(turn, WS(words), SPAN(""));
}

enum status pages_story_add(struct pages_turn *turn)
{
    struct pages_story story;
    pages_turn_begin(turn, WS("A new scene"));
    crumbs_add(turn, W("A new scene"));
    enum status status = pages_story_read(turn, &story);
    if (status == OK && story.is_sample)
        status =
            fail(STATUS_REFUSED, "this story is a sample; begin your own before you add "
                                 "to it");
    if (status != OK)
        return status;
    struct page_form *form = pages_story_form(turn, &story, W("Add this scene"));
    pages_story_scene_fields(turn, form, NULL, true);
    page_add_form(page_section(&turn->page, PAGE_BOX, "add", ""), form);
    if (!is_pages_turn_form(turn))
        return OK;
    pages_turn_word(turn, SPAN("add"));
    pages_turn_value(turn, "title", pages_turn_field(turn, "title"));
    pages_turn_value(turn, "text", pages_turn_field(turn, "text"));
    pages_turn_value(turn, "picture", pages_turn_field(turn, "picture"));
    status = pages_story_run(turn, story_edit_run, false);
    if (status != OK)
        return pages_story_refused(turn, form, "title", status);
    pages_turn_done(turn,
                    pages_link(turn->arena, "/story/*",
                               span_format(turn->arena, "%zu", story.count + 1)),
                    WN("The scene is added."));
    return OK;
}

enum status pages_story_remove(struct pages_turn *turn)
{
    struct pages_story story;
    pages_turn_begin(turn, WS("Take the story out"));
    crumbs_add(turn, W("Take it out"));
    enum status status = pages_story_read(turn, &story);
    if (status == OK && !story.count)
        status = fail(STATUS_NOT_FOUND, "the form has no story");
    if (status != OK)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "remove", W("What that means"));
    page_add_text(section,
                  span_format(turn->arena,
                              W("All scenes go (%zu), with their words and pictures. "
                                "Nobody is asked about a story from then on. What people "
                                "answered stays."),
                              story.count));
    struct page_form *form = pages_story_form(turn, &story, W("Take the story out"));
    pages_sign_field(form);
    form->after = WS("This cannot be undone.");
    page_add_form(section, form);
    if (!is_pages_turn_form(turn))
        return OK;
    turn->operation->values =
        (struct options){.names = {SPAN("yes")}, .values = {""}, .option_count = 1};
    status = pages_story_run(turn, story_remove_run, true);
    if (status != OK)
        return pages_story_refused(turn, form, "passphrase", status);
    pages_turn_done(turn, SPAN("/story"), WN("The story is removed."));
    return OK;
}
