/* XLSForm: sheets survey, choices and settings. Its calculations have no place here; what its
 * conditions say in our words is taken over, the rest is told. */
#include "convert/from/from.h"
#include "convert/from/from_relevant.h"
#include "convert/from/sheet_form.h"

struct survey {
    struct sheet_form form;
    size_t depth;        /* of groups */
    bool is_between;     /* the next question stands in no group */
    struct foreign *row; /* at work */
    struct outline_item *item;
};

static struct span cell(const struct survey *survey, const char *column)
{
    return foreign_take_of(survey->form.outline->arena, survey->row, column);
}

static void item_add(struct survey *survey, const char *type)
{
    struct outline *outline = survey->form.outline;
    if (survey->is_between)
        (void)outline_item(outline,
                           span_format(outline->arena, "part%zu", outline->item_count),
                           "section", NULL);
    survey->is_between = 0;
    survey->item = outline_item(outline, cell(survey, "name"), type,
                                sheet_form_words(&survey->form, survey->row, "label"));
}

static void range_read(struct survey *survey)
{
    struct outline *outline = survey->form.outline;
    struct span rest = foreign_look(survey->row, "parameters"), part;
    bool is_whole = 1;
    item_add(survey, "vas");
    while (span_next(&rest, ' ', &part)) {
        const size_t at = span_find(part, '=');
        const struct span name = span_cut(part, 0, at),
                          value = span_cut(part, at + 1, part.count);
        if (is_span(name, "start"))
            outline_set_number(outline, survey->item, "min", value);
        else if (is_span(name, "end"))
            outline_set_number(outline, survey->item, "max", value);
        else
            is_whole = is_whole && !part.count;
    }
    if (is_whole)
        (void)cell(survey, "parameters");
}

/* The list in "select_one LIST or_other". */
static bool has_list(const struct survey *survey, struct span type, const char *word,
                     struct span *out_list)
{
    struct span rest = type, part;
    if (!span_next(&rest, ' ', &part) || !is_span(part, word))
        return 0;
    rest = span_trim(rest);
    if (!span_next(&rest, ' ', out_list))
        return 0;
    if (rest.data)
        losses_add(survey->form.outline->losses,
                   span_format(survey->form.outline->arena,
                               "The words \"%.*s\" behind a list", SPAN_ARGS(rest)),
                   survey->row->place);
    return 1;
}

static bool list_read(struct survey *survey, struct span type)
{
    static const struct {
        const char *word, *type, *kind;
    } all[] = {{"select_one", "multi", "options"},
               {"select_multiple", "multicheck", "options"},
               {"rank", "inst", "statements"}};
    struct span list;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (has_list(survey, type, all[i].word, &list)) {
            item_add(survey, all[i].type);
            if (is_span(span_of(all[i].word), "rank"))
                outline_kind(survey->form.outline, survey->item, "rank");
            sheet_form_options(&survey->form, survey->item, all[i].kind, list,
                               survey->row->place);
            return 1;
        }
    return 0;
}

static bool plain_read(struct survey *survey, struct span type)
{
    static const struct {
        const char *word, *type;
    } all[] = {{"note", "inst"}, {"integer", "number"}, {"decimal", "number"}};
    if (is_span(type, "text")) {
        const bool is_long =
            is_span(foreign_look(survey->row, "appearance"), "multiline");
        if (is_long)
            (void)cell(survey, "appearance");
        item_add(survey, is_long ? "long" : "short");
        return 1;
    }
    if (is_span(type, "range")) {
        range_read(survey);
        return 1;
    }
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (is_span(type, all[i].word)) {
            item_add(survey, all[i].type);
            return 1;
        }
    return 0;
}

static void relevant_read(struct survey *survey)
{
    const struct span text = foreign_look(survey->row, "relevant");
    if (text.count && from_relevant(survey->form.outline, survey->item, text))
        (void)cell(survey, "relevant");
}

static void group_begin(struct survey *survey)
{
    struct outline *outline = survey->form.outline;
    if (survey->depth++)
        losses_add(
            outline->losses,
            SPAN("A group in a group: it stands behind the outer one, and is shown "
                 "whatever that one's condition says"),
            survey->row->place);
    survey->is_between = 0;
    item_add(survey, "section");
    relevant_read(survey);
}

/* True for rows that begin or end something, and ask nothing. */
static bool frame_read(struct survey *survey, struct span type)
{
    struct losses *losses = survey->form.outline->losses;
    const bool is_end = is_span(type, "end group") || is_span(type, "end_group") ||
                        is_span(type, "end repeat") || is_span(type, "end_repeat");
    if (is_end) {
        survey->depth -= survey->depth > 0;
        survey->is_between = 1;
        (void)cell(survey, "name");
        return 1;
    }
    if (is_span(type, "begin repeat") || is_span(type, "begin_repeat")) {
        losses_add(losses, SPAN("A repetition, which is asked once"), survey->row->place);
        group_begin(survey);
        return 1;
    }
    if (is_span(type, "begin group") || is_span(type, "begin_group")) {
        group_begin(survey);
        return 1;
    }
    return 0;
}

static void required_read(struct survey *survey, struct span type)
{
    const struct span word = foreign_look(survey->row, "required");
    const bool is_no = !word.count || is_span_alike(word, SPAN("no")) ||
                       is_span_alike(word, SPAN("false")) || is_span(word, "false()");
    const bool is_yes = is_span_alike(word, SPAN("yes")) ||
                        is_span_alike(word, SPAN("true")) || is_span(word, "true()");
    if (is_no || is_yes)
        (void)cell(survey, "required");
    if (!is_span(type, "note"))
        outline_set_flag(survey->form.outline, survey->item, "required", is_yes);
}

static void row_read(struct survey *survey)
{
    struct outline *outline = survey->form.outline;
    const struct span type = cell(survey, "type");
    if (!type.count || frame_read(survey, type))
        return;
    if (!list_read(survey, type) && !plain_read(survey, type)) {
        foreign_lose(outline->losses, survey->row,
                     span_format(outline->arena, "A row of the type %.*s, %.*s",
                                 SPAN_ARGS(type),
                                 SPAN_ARGS(foreign_look(survey->row, "name"))));
        return;
    }
    required_read(survey, type);
    relevant_read(survey);
}

enum status from_xlsform(struct outline *outline, struct span file, struct span bytes)
{
    struct survey survey = {0};
    const enum status status = sheet_form_read(outline, file, bytes, &survey.form);
    if (status != OK)
        return status;
    struct foreign *settings =
        foreign_get(foreign_get(survey.form.root, "settings"), "row");
    const struct span title = foreign_take_of(outline->arena, settings, "form_title");
    const struct span language = sheet_form_language(
        foreign_take_of(outline->arena, settings, "default_language"));
    if (language.count)
        outline->language = language;
    if (title.count)
        outline_name(outline, title);
    foreign_skip(settings, "form_id");
    for (survey.row = foreign_get(survey.form.survey, "row");
         survey.row && !outline->is_full; survey.row = foreign_again(survey.row))
        row_read(&survey);
    foreign_rest(outline->losses, survey.form.root);
    return OK;
}
