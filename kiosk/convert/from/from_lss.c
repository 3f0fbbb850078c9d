/* LimeSurvey: XML with its tables row by row. In files of version 3 each question stands once a
 * language; since version 5 the words stand in tables of their own (..._l10ns). Both are read as
 * the second: words of a question are rows with its number (qid), whatever table they stand in. */
#include "convert/foreign/foreign_xml.h"
#include "convert/from/from.h"

enum { LABELS_MAX = 10 };

struct survey {
    struct outline *outline;
    struct foreign *document;
};

struct question {
    struct survey *survey;
    struct foreign *row;
    struct span id, type, code;
};

static struct foreign *rows_of(const struct survey *survey, const char *table)
{
    return foreign_get(foreign_path(survey->document, table), "rows");
}

static struct foreign *first_row(const struct survey *survey, const char *table)
{
    return foreign_get(rows_of(survey, table), "row");
}

/* In files of version 3 the same thing stands again in another language. */
static bool is_main(const struct survey *survey, const struct foreign *row)
{
    const struct span language = foreign_look(row, "language");
    return !language.count || is_span_equal(language, survey->outline->language);
}

static struct outline_words *add_words(struct survey *survey, struct foreign *row,
                                       const char *column, struct outline_words *last)
{
    struct arena *arena = survey->outline->arena;
    struct foreign *text = foreign_get(row, column);
    if (!text)
        return last;
    struct outline_words *words = arena_new(arena, struct outline_words);
    words->language = foreign_look(row, "language");
    words->text = foreign_take(arena, text);
    foreign_skip(row, "language id");
    last->next = words;
    return words;
}

/* The words in `column` of the rows of both tables whose `key` is `id`, and whose `sub` is `code`
 * where one is given. */
static const struct outline_words *words(struct survey *survey,
                                         const char *const tables[2], const char *key,
                                         struct span id, const char *column)
{
    struct outline_words before = {0}, *last = &before;
    for (size_t i = 0; i < 2; i++)
        for (struct foreign *row = first_row(survey, tables[i]); row;
             row = foreign_again(row))
            if (is_span_equal(foreign_look(row, key), id)) {
                last = add_words(survey, row, column, last);
                foreign_skip(row, key);
            }
    return before.next;
}

static const struct outline_words *question_words(struct survey *survey, struct span id)
{
    static const char *const tables[2] = {"questions", "question_l10ns"};
    return words(survey, tables, "qid", id, "question");
}

static const struct outline_words *part_words(struct survey *survey, struct span id)
{
    static const char *const tables[2] = {"subquestions", "question_l10ns"};
    return words(survey, tables, "qid", id, "question");
}

/* Answers of version 3 have no number of their own: question, code and language tell them. */
static const struct outline_words *answer_words(struct survey *survey,
                                                struct foreign *answer)
{
    static const char *const tables[2] = {"answers", "answer_l10ns"};
    const struct span id = foreign_look(answer, "aid");
    if (id.count)
        return words(survey, tables, "aid", id, "answer");
    struct outline_words before = {0}, *last = &before;
    for (struct foreign *row = first_row(survey, "answers"); row;
         row = foreign_again(row))
        if (is_span_equal(foreign_look(row, "qid"), foreign_look(answer, "qid")) &&
            is_span_equal(foreign_look(row, "code"), foreign_look(answer, "code")))
            last = add_words(survey, row, "answer", last);
    return before.next;
}

static void row_skip(struct foreign *row)
{
    /* numbers and places that only LimeSurvey needs */
    foreign_skip(row, "qid sid gid aid id parent_qid title code language sortorder "
                      "question_order scale_id type modulename question_theme_name "
                      "same_default same_script encrypted");
    if (is_span(foreign_look(row, "relevance"), "1"))
        foreign_skip(row, "relevance");
    if (is_span(foreign_look(row, "other"), "N"))
        foreign_skip(row, "other");
    if (is_span(foreign_look(row, "assessment_value"), "0"))
        foreign_skip(row, "assessment_value");
}

static void answers_add(struct question *question, struct outline_item *item,
                        const char *list)
{
    struct survey *survey = question->survey;
    for (struct foreign *row = first_row(survey, "answers");
         row && !survey->outline->is_full; row = foreign_again(row))
        if (is_span_equal(foreign_look(row, "qid"), question->id)) {
            if (is_main(survey, row))
                outline_option(survey->outline, item, list, foreign_look(row, "code"),
                               answer_words(survey, row));
            row_skip(row);
        }
}

static bool is_part(const struct question *question, const struct foreign *row)
{
    return is_span_equal(foreign_look(row, "parent_qid"), question->id);
}

static void parts_add(struct question *question, struct outline_item *item,
                      const char *list)
{
    struct survey *survey = question->survey;
    for (struct foreign *row = first_row(survey, "subquestions");
         row && !survey->outline->is_full; row = foreign_again(row))
        if (is_part(question, row)) {
            if (is_main(survey, row))
                outline_option(survey->outline, item, list, foreign_look(row, "title"),
                               part_words(survey, foreign_look(row, "qid")));
            row_skip(row);
        }
}

static struct outline_item *item_add(struct question *question, const char *type)
{
    return outline_item(question->survey->outline, question->code, type,
                        question_words(question->survey, question->id));
}

static void columns_add(struct question *question, struct outline_item *item,
                        const char *const *labels, const char *const *values,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct outline_words label = from_words(span_of(labels[i]));
        outline_option(question->survey->outline, item, "columns", span_of(values[i]),
                       &label);
    }
}

static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};

static bool choice_read(struct question *question)
{
    answers_add(question, item_add(question, "multi"), "options");
    return 1;
}

static bool ticks_read(struct question *question)
{
    parts_add(question, item_add(question, "multicheck"), "options");
    return 1;
}

static bool yes_read(struct question *question)
{
    struct outline_item *item = item_add(question, "multi");
    const struct outline_words yes = from_words(SPAN("Yes")), no = from_words(SPAN("No"));
    outline_option(question->survey->outline, item, "options", SPAN("Y"), &yes);
    outline_option(question->survey->outline, item, "options", SPAN("N"), &no);
    return 1;
}

static bool points_read(struct question *question)
{
    const struct outline_words *none[LABELS_MAX] = {NULL};
    from_labels(question->survey->outline, item_add(question, "likert"), 1, none, 5);
    return 1;
}

static bool grid_read(struct question *question)
{
    struct outline_item *item = item_add(question, "grid");
    parts_add(question, item, "rows");
    answers_add(question, item, "columns");
    return 1;
}

static bool grid_five_read(struct question *question)
{
    struct outline_item *item = item_add(question, "grid");
    parts_add(question, item, "rows");
    columns_add(question, item, numbers, numbers, 5);
    return 1;
}

static bool grid_ten_read(struct question *question)
{
    struct outline_item *item = item_add(question, "grid");
    parts_add(question, item, "rows");
    columns_add(question, item, numbers, numbers, 10);
    return 1;
}

static bool grid_yes_read(struct question *question)
{
    static const char *const labels[] = {"Yes", "Uncertain", "No"}, *const values[] = {
                                                                        "Y", "U", "N"};
    struct outline_item *item = item_add(question, "grid");
    parts_add(question, item, "rows");
    columns_add(question, item, labels, values, 3);
    return 1;
}

static bool number_read(struct question *question)
{
    (void)item_add(question, "number");
    return 1;
}

static bool line_read(struct question *question)
{
    (void)item_add(question, "short");
    return 1;
}

static bool lines_read(struct question *question)
{
    (void)item_add(question, "long");
    return 1;
}

static bool text_read(struct question *question)
{
    (void)item_add(question, "inst");
    return 1;
}

static bool order_read(struct question *question)
{
    struct outline_item *item = item_add(question, "inst");
    outline_kind(question->survey->outline, item, "rank");
    answers_add(question, item, "statements");
    return 1;
}

static const struct {
    char type;
    bool (*read)(struct question *question);
} types[] = {{'L', choice_read},   {'!', choice_read},   {'O', choice_read},
             {'M', ticks_read},    {'P', ticks_read},    {'Y', yes_read},
             {'5', points_read},   {'F', grid_read},     {'A', grid_five_read},
             {'B', grid_ten_read}, {'C', grid_yes_read}, {'N', number_read},
             {'S', line_read},     {'T', lines_read},    {'U', lines_read},
             {'X', text_read},     {'R', order_read}};

static bool kind_read(struct question *question)
{
    for (size_t i = 0; question->type.count == 1 && i < sizeof types / sizeof *types; i++)
        if (question->type.data[0] == types[i].type)
            return types[i].read(question);
    return 0;
}

/* What a lost question had besides its row: its parts and answers. */
static void parts_lose(struct question *question, struct span what)
{
    struct losses *losses = question->survey->outline->losses;
    for (struct foreign *row = first_row(question->survey, "subquestions"); row;
         row = foreign_again(row))
        if (is_part(question, row))
            foreign_lose(losses, row, what);
    for (struct foreign *row = first_row(question->survey, "answers"); row;
         row = foreign_again(row))
        if (is_span_equal(foreign_look(row, "qid"), question->id))
            foreign_lose(losses, row, what);
}

static void question_read(struct survey *survey, struct foreign *row)
{
    struct outline *outline = survey->outline;
    struct question question = {survey, row, foreign_look(row, "qid"),
                                foreign_look(row, "type"), foreign_look(row, "title")};
    const struct span what =
        span_format(outline->arena, "A question of the type %.*s, %.*s",
                    SPAN_ARGS(question.type), SPAN_ARGS(question.code));
    if (!kind_read(&question)) {
        foreign_lose(outline->losses, row, what);
        parts_lose(&question, what);
        return;
    }
    if (is_span(question.type, "O") || is_span(question.type, "P"))
        losses_add(outline->losses, SPAN("Room for a comment beside the answers"),
                   row->place);
    if (outline->last && !is_span(question.type, "X"))
        outline_set_flag(outline, outline->last, "required",
                         is_span(foreign_look(row, "mandatory"), "Y"));
    if (!is_span(foreign_look(row, "mandatory"), "S"))
        foreign_skip(row, "mandatory");
    row_skip(row);
}

static void group_read(struct survey *survey, struct foreign *group)
{
    static const char *const tables[2] = {"groups", "group_l10ns"};
    struct outline *outline = survey->outline;
    const struct span id = foreign_look(group, "gid");
    if (!is_main(survey, group))
        return;
    (void)outline_item(outline, span_format(outline->arena, "group%.*s", SPAN_ARGS(id)),
                       "section", words(survey, tables, "gid", id, "group_name"));
    for (struct foreign *row = first_row(survey, "questions"); row && !outline->is_full;
         row = foreign_again(row)) {
        if (!is_span_equal(foreign_look(row, "gid"), id))
            continue;
        if (is_main(survey, row))
            question_read(survey, row);
        else
            row_skip(row);
        row->is_used = 1;
    }
    foreign_skip(group, "gid sid group_order language randomization_group");
    if (is_span(foreign_look(group, "grelevance"), "1"))
        foreign_skip(group, "grelevance");
}

/* What says how the tables are written: names of their columns, version of the program. */
static void frame_skip(struct foreign *document)
{
    foreign_skip(document, "LimeSurveyDocType DBVersion languages");
    for (struct foreign *table = document->first; table; table = table->next)
        foreign_skip(table, "fields");
}

enum status from_lss(struct outline *outline, struct span file, struct span bytes)
{
    struct survey survey = {outline, NULL};
    size_t room = FOREIGN_VALUES_MAX;
    const enum status status =
        foreign_xml_read(outline->arena, file, bytes, &room, &survey.document);
    if (status != OK)
        return status;
    if (!is_span(foreign_look(survey.document, "LimeSurveyDocType"), "Survey"))
        return fail(STATUS_BAD_INPUT, "%.*s is no survey of LimeSurvey (.lss)",
                    SPAN_ARGS(file));
    const struct span language =
        foreign_take_of(outline->arena, first_row(&survey, "surveys"), "language");
    if (language.count)
        outline->language = language;
    for (struct foreign *row = first_row(&survey, "surveys_languagesettings"); row;
         row = foreign_again(row))
        if (is_span_equal(foreign_look(row, "surveyls_language"), outline->language)) {
            outline_name(outline, foreign_take_of(outline->arena, row, "surveyls_title"));
            foreign_skip(row, "surveyls_survey_id surveyls_language");
        }
    for (struct foreign *group = first_row(&survey, "groups"); group && !outline->is_full;
         group = foreign_again(group))
        group_read(&survey, group);
    for (struct foreign *row = first_row(&survey, "questions"); row && !outline->is_full;
         row = foreign_again(row))
        if (!row->is_used)
            question_read(&survey, row);
    frame_skip(survey.document);
    foreign_rest(outline->losses, survey.document);
    return OK;
}
