/* Why each topic matters for the work, and who agreed on that. */
#include "app/desk/form/form_change.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/story/pages_story.h"
#include "author/form_reason.h"
#include "base/words.h"

enum { NAME_MOST = 80, HTTP_WRONG_FORM = 422 };

static const enum part_use uses[] = {PART_RESONANCE, PART_DRIVERS};

/* Calls for each topic of the form, those of the profile first. */
typedef void on_topic(struct pages_turn *turn, struct page_block *table,
                      struct page_field *field, struct span id, struct span name,
                      const struct dimension *dimension);

static void topics_each(struct pages_turn *turn, const struct assessment *assessment,
                        on_topic *call, struct page_block *table,
                        struct page_field *field)
{
    for (size_t use = 0; use < sizeof uses / sizeof *uses; use++) {
        const struct part *part =
            assessment_part(assessment, uses[use], ROLE_CANDIDATE, SPAN(""));
        for (size_t i = 0; part && i < part->questionnaire->dimension_count; i++) {
            const struct dimension *dimension = &part->questionnaire->dimensions[i];
            call(turn, table, field, dimension->id,
                 questionnaire_text(part->questionnaire,
                                    turn->operation->office.organization->language,
                                    part->frame, dimension->name),
                 dimension);
        }
    }
}

static void row_add(struct pages_turn *turn, struct page_block *table,
                    struct page_field *field, struct span id, struct span name,
                    const struct dimension *dimension)
{
    (void)field;
    (void)id;
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = name;
    row->cells[1] = dimension->why.count ? dimension->why : WS("No reason yet.");
    row->cells[2] = dimension->is_sample ? WS("A sample") : dimension->agreed;
    page_cell(table, row, 1)->is_soft = !dimension->why.count;
    (void)turn;
}

static void choice_add(struct pages_turn *turn, struct page_block *table,
                       struct page_field *field, struct span id, struct span name,
                       const struct dimension *dimension)
{
    (void)table;
    (void)dimension;
    page_form_choice(field, id, name)->is_chosen =
        is_span_equal(id, pages_turn_field(turn, "topic"));
}

static void typed_add(struct pages_turn *turn, struct page_form *form,
                      enum page_field_kind kind, const char *name, const char *label,
                      const char *hint, size_t most)
{
    struct page_field *field = page_form_field(form, kind, name, WS(label));
    field->value = pages_turn_field(turn, name);
    field->hint = WS(hint);
    field->most = most;
}

static struct page_form *reason_form(struct pages_turn *turn,
                                     const struct assessment *assessment, bool is_fixed)
{
    struct page_form *form = page_form_new(turn->arena, SPAN("/reasons"),
                                           turn->question->token, WS("Set this reason"));
    struct page_field *topic =
        page_form_field(form, PAGE_FIELD_ONE_OF, "topic", WS("Topic"));
    topics_each(turn, assessment, choice_add, NULL, topic);
    typed_add(turn, form, PAGE_FIELD_LONG, "reason", WN("Why it matters here"),
              WN("One sentence about the work. Left empty, the topic has no reason."),
              FORM_REASON_CHARACTERS_MAX);
    typed_add(turn, form, PAGE_FIELD_TEXT, "by1", WN("Agreed by"),
              WN("First and last name."), NAME_MOST);
    typed_add(turn, form, PAGE_FIELD_TEXT, "by2", WN("And by"), WN("Another person."),
              NAME_MOST);
    if (is_fixed)
        form->closed = WS("Reasons do not change while a vacancy is open, because all "
                          "its candidates answer the same form.");
    return form;
}

/* A topic with a reason and two names; or, with an empty reason, none. */
static enum status reason_do(struct pages_turn *turn)
{
    struct options *values = &turn->operation->values;
    const struct span reason = span_trim(pages_turn_field(turn, "reason"));
    pages_turn_word(turn, pages_turn_field(turn, "topic"));
    if (!pages_turn_field(turn, "topic").count)
        return fail(STATUS_USAGE, "choose the topic that this reason is for");
    if (reason.count) {
        values->files[values->file_count++] = span_text(turn->arena, reason);
        pages_turn_value(turn, "by", pages_turn_field(turn, "by1"));
        pages_turn_value(turn, "by", pages_turn_field(turn, "by2"));
    } else {
        values->names[values->option_count] = SPAN("remove");
        values->values[values->option_count++] = "";
    }
    return pages_sign_run(turn, operation_wants_nothing, reason_run);
}

/* What was refused belongs to the first field that is open, else to the two people. */
static void faults_add(struct pages_turn *turn, struct page_form *form)
{
    const struct span sentence =
        pages_words_sentence(turn->arena, span_of(status_last()));
    const bool has_names = span_trim(pages_turn_field(turn, "by1")).count &&
                           span_trim(pages_turn_field(turn, "by2")).count;
    page_form_fault(form,
                    !pages_turn_field(turn, "topic").count ? "topic"
                    : has_names                            ? "reason"
                                                           : "by2",
                    has_names || !pages_turn_field(turn, "topic").count
                        ? sentence
                        : WS("Write the two people who agreed on it."));
    turn->answer->http_status = HTTP_WRONG_FORM;
}

static void table_add(struct pages_turn *turn, const struct assessment *assessment)
{
    static const struct page_column columns[] = {
        {WN("Topic"), 0}, {WN("Why it matters here"), 0}, {WN("Agreed by"), 0}};
    struct page_section *section = page_section(&turn->page, PAGE_PLAIN, "all", "");
    topics_each(turn, assessment, row_add,
                page_add_table(section, W("All topics"), columns, 3), NULL);
}

enum status pages_reasons(struct pages_turn *turn)
{
    const struct assessment *assessment;
    struct pages_story story;
    pages_turn_begin(turn, WS("Why each topic matters"));
    pages_turn_crumb(turn, WS("Strategy story"), SPAN("/story"));
    pages_turn_crumb(turn, WS("Reasons"), SPAN(""));
    enum status status = office_assessment(&turn->operation->office, &assessment);
    if (status == OK)
        status = pages_story_read(turn, &story);
    if (status != OK)
        return status;
    struct page_form *form = reason_form(turn, assessment, story.is_fixed);
    page_add_form(page_section(&turn->page, PAGE_BOX, "reason", W("A reason")), form);
    table_add(turn, assessment);
    if (!is_pages_turn_form(turn))
        return OK;
    status = reason_do(turn);
    if (is_pages_sign_grave(status))
        return status;
    if (status != OK) {
        faults_add(turn, form);
        return OK;
    }
    pages_turn_note(turn, "changed", SPAN("reasons"));
    pages_turn_done(turn, SPAN("/reasons"),
                    span_trim(pages_turn_field(turn, "reason")).count
                        ? WN("The reason is saved.")
                        : WN("The reason is removed."));
    return OK;
}
