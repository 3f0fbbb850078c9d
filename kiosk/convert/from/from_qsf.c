/* Qualtrics: JSON with a list of elements. Questions (SQ) stand in the order of the blocks (BL);
 * what else there is, the flow (FL) above all, is told as lost. The format is not published;
 * what is read here is what its own exports hold. */
#include "convert/foreign/foreign_json.h"
#include "convert/from/from.h"

struct survey {
    struct outline *outline;
    struct foreign *elements;
};

struct question {
    struct survey *survey;
    struct foreign *payload;
    struct outline_item *item;
    struct span id, selector;
};

static struct arena *arena_of(const struct question *question)
{
    return question->survey->outline->arena;
}

/* The text at `path` in the question and in each of its translations. */
static const struct outline_words *words(const struct question *question,
                                         struct span path)
{
    struct arena *arena = arena_of(question);
    const char *way = span_text(arena, path);
    struct outline_words *first = arena_new(arena, struct outline_words), *last = first;
    first->text = foreign_take(arena, foreign_path(question->payload, way));
    const struct foreign *all = foreign_get(question->payload, "Language");
    for (struct foreign *language = all ? all->first : NULL; language;
         language = language->next) {
        struct foreign *text = foreign_path(language, way);
        if (!text || !language->name.count)
            continue;
        struct outline_words *further = arena_new(arena, struct outline_words);
        *further =
            (struct outline_words){language->name, foreign_take(arena, text), NULL};
        last->next = further;
        last = further;
    }
    return first;
}

static struct outline_item *item_add(struct question *question, const char *type)
{
    struct outline *outline = question->survey->outline;
    question->item =
        outline_item(outline, question->id, type, words(question, SPAN("QuestionText")));
    return question->item;
}

/* Each choice of `all`, "Choices" or "Answers", in the order that is given beside them. */
static void choices_add(const struct question *question, const char *all,
                        const char *order, const char *list)
{
    struct arena *arena = arena_of(question);
    const struct foreign *places = foreign_get(question->payload, order);
    for (struct foreign *place = places ? places->first : NULL; place;
         place = place->next) {
        const struct span id = foreign_take(arena, place);
        const struct span way = span_format(arena, "%s.%.*s.Display", all, SPAN_ARGS(id));
        const struct span coded = foreign_take_of(
            arena, foreign_get(question->payload, "RecodeValues"), span_text(arena, id));
        if (foreign_path(question->payload, span_text(arena, way)))
            outline_option(question->survey->outline, question->item, list,
                           coded.count ? coded : id, words(question, way));
    }
}

static bool has_selector(const struct question *question, const char *selectors)
{
    struct span rest = span_of(selectors), selector;
    while (span_next(&rest, ' ', &selector))
        if (is_span_equal(question->selector, selector))
            return 1;
    return 0;
}

static bool choice_read(struct question *question)
{
    const bool is_one = has_selector(question, "SAVR SAHR SACOL DL SB NPS");
    if (!is_one && !has_selector(question, "MAVR MAHR MACOL MSB"))
        return 0;
    (void)item_add(question, is_one ? "multi" : "multicheck");
    choices_add(question, "Choices", "ChoiceOrder", "options");
    return 1;
}

static bool matrix_read(struct question *question)
{
    if (!has_selector(question, "Likert") ||
        !is_span(foreign_look(question->payload, "SubSelector"), "SingleAnswer"))
        return 0;
    (void)item_add(question, "grid");
    choices_add(question, "Choices", "ChoiceOrder", "rows");
    choices_add(question, "Answers", "AnswerOrder", "columns");
    return 1;
}

static bool entry_read(struct question *question)
{
    struct outline *outline = question->survey->outline;
    struct foreign *settings = foreign_path(question->payload, "Validation.Settings");
    const bool is_number = is_span(foreign_look(settings, "ContentType"), "ValidNumber");
    if (!has_selector(question, "SL ML ESTB"))
        return 0;
    struct outline_item *item =
        item_add(question, is_number                      ? "number"
                           : has_selector(question, "SL") ? "short"
                                                          : "long");
    if (is_number) {
        struct foreign *limits = foreign_get(settings, "ValidNumber");
        foreign_skip(settings, "ContentType");
        outline_check(outline, item, "number_min",
                      foreign_take_of(outline->arena, limits, "Min"));
        outline_check(outline, item, "number_max",
                      foreign_take_of(outline->arena, limits, "Max"));
    }
    return 1;
}

/* Each line that is slid is a question of its own below the common words. */
static bool slider_read(struct question *question)
{
    struct arena *arena = arena_of(question);
    struct outline *outline = question->survey->outline;
    struct foreign *settings = foreign_get(question->payload, "Configuration");
    const struct span low = foreign_take_of(arena, settings, "CSSliderMin"),
                      high = foreign_take_of(arena, settings, "CSSliderMax");
    const struct foreign *places = foreign_get(question->payload, "ChoiceOrder");
    if (!has_selector(question, "HSLIDER HBAR"))
        return 0;
    for (struct foreign *place = places ? places->first : NULL; place;
         place = place->next) {
        const struct span id = foreign_take(arena, place);
        question->item = outline_item(
            outline,
            span_format(arena, "%.*s_%.*s", SPAN_ARGS(question->id), SPAN_ARGS(id)),
            "vas",
            words(question, span_format(arena, "Choices.%.*s.Display", SPAN_ARGS(id))));
        outline_words(outline, question->item, "question_head",
                      words(question, SPAN("QuestionText")));
        outline_set_number(outline, question->item, "min", low);
        outline_set_number(outline, question->item, "max", high);
    }
    return 1;
}

static bool text_read(struct question *question)
{
    if (!has_selector(question, "TB"))
        return 0;
    (void)item_add(question, "inst");
    return 1;
}

static bool order_read(struct question *question)
{
    if (!has_selector(question, "DND TB RB SB"))
        return 0;
    outline_kind(question->survey->outline, item_add(question, "inst"), "rank");
    choices_add(question, "Choices", "ChoiceOrder", "statements");
    return 1;
}

static const struct {
    const char *type;
    bool (*read)(struct question *question);
} types[] = {{"MC", choice_read},     {"Matrix", matrix_read}, {"TE", entry_read},
             {"Slider", slider_read}, {"DB", text_read},       {"RO", order_read}};

static bool kind_read(struct question *question, struct span type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (is_span(type, types[i].type))
            return types[i].read(question);
    return 0;
}

static void forced(struct question *question, bool is_text)
{
    struct foreign *settings = foreign_path(question->payload, "Validation.Settings");
    const struct span word = foreign_look(settings, "ForceResponse");
    if (is_span(foreign_look(settings, "Type"), "None"))
        foreign_skip(settings, "Type");
    if (!is_span(word, "RequestResponse"))
        foreign_skip(settings, "ForceResponse ForceResponseType");
    if (question->item && !is_text)
        outline_set_flag(question->survey->outline, question->item, "required",
                         is_span(word, "ON"));
}

static void question_read(struct survey *survey, struct foreign *element)
{
    struct arena *arena = survey->outline->arena;
    struct foreign *payload = foreign_get(element, "Payload");
    const struct span type = foreign_look(payload, "QuestionType");
    struct question question = {.survey = survey,
                                .payload = payload,
                                .id = foreign_take_of(arena, payload, "DataExportTag"),
                                .selector = foreign_look(payload, "Selector")};
    foreign_skip(element, "SurveyID Element PrimaryAttribute SecondaryAttribute "
                          "TertiaryAttribute");
    if (!kind_read(&question, type)) {
        foreign_lose(survey->outline->losses, payload,
                     span_format(arena, "A question of the type %.*s %.*s, %.*s",
                                 SPAN_ARGS(type), SPAN_ARGS(question.selector),
                                 SPAN_ARGS(question.id)));
        return;
    }
    forced(&question, is_span(type, "DB"));
    /* copies, and how the answer is laid out, which follows from the kind here */
    foreign_skip(payload,
                 "QuestionID QuestionType Selector SubSelector QuestionDescription "
                 "QuestionText_Unsafe NextChoiceId NextAnswerId DataVisibility");
}

static struct foreign *element_of(const struct survey *survey, struct span id)
{
    for (struct foreign *element = survey->elements->first; element;
         element = element->next)
        if (is_span(foreign_look(element, "Element"), "SQ") &&
            is_span_equal(foreign_look(element, "PrimaryAttribute"), id))
            return element;
    return NULL;
}

static void block_read(struct survey *survey, struct foreign *block)
{
    struct arena *arena = survey->outline->arena;
    struct foreign *elements = foreign_get(block, "BlockElements");
    const bool is_trash = is_span(foreign_look(block, "Type"), "Trash");
    for (struct foreign *part = elements ? elements->first : NULL; part;
         part = part->next) {
        struct foreign *element = element_of(survey, foreign_look(part, "QuestionID"));
        if (!is_span(foreign_look(part, "Type"), "Question") || !element)
            continue; /* a page break, told with the rest */
        foreign_skip(part, "Type QuestionID");
        if (is_trash)
            foreign_lose(
                survey->outline->losses, element,
                span_format(arena, "A question in the trash, %.*s",
                            SPAN_ARGS(foreign_look(element, "PrimaryAttribute"))));
        else if (!element->is_used)
            question_read(survey, element);
        element->is_used = 1; /* one question in two blocks is asked once */
    }
    foreign_skip(block, "Type ID SubType");
}

static void flow_read(struct survey *survey, struct foreign *flow)
{
    struct foreign *parts = foreign_path(flow, "Payload.Flow");
    for (struct foreign *part = parts ? parts->first : NULL; part; part = part->next) {
        const struct span type = foreign_look(part, "Type");
        if (is_span(type, "Block") || is_span(type, "Standard"))
            foreign_skip(part, "Type ID FlowID Autofill");
        else
            foreign_lose(survey->outline->losses, part,
                         span_format(survey->outline->arena,
                                     "A step of the survey flow, %.*s", SPAN_ARGS(type)));
    }
    foreign_skip(foreign_get(flow, "Payload"), "Type FlowID Properties");
}

static void frame_read(struct survey *survey, struct foreign *element)
{
    const struct span kind = foreign_look(element, "Element");
    struct foreign *payload = foreign_get(element, "Payload");
    if (is_span(kind, "BL"))
        for (struct foreign *block = payload ? payload->first : NULL; block;
             block = block->next)
            block_read(survey, block);
    if (is_span(kind, "FL"))
        flow_read(survey, element);
    /* counts, and where answers are gathered */
    if (is_span(kind, "QC") || is_span(kind, "RS") || is_span(kind, "PROJ") ||
        is_span(kind, "STAT"))
        foreign_skip(element, "Payload");
    foreign_skip(element, "SurveyID Element PrimaryAttribute SecondaryAttribute "
                          "TertiaryAttribute");
}

static void elements_read(struct survey *survey)
{
    for (struct foreign *element = survey->elements->first; element;
         element = element->next)
        if (!is_span(foreign_look(element, "Element"), "SQ"))
            frame_read(survey, element);
    for (struct foreign *element = survey->elements->first; element;
         element = element->next)
        if (is_span(foreign_look(element, "Element"), "SQ") && !element->is_used)
            question_read(survey, element);
}

enum status from_qsf(struct outline *outline, struct span file, struct span bytes)
{
    struct foreign *root;
    const enum status status = foreign_json_read(outline->arena, file, bytes, &root);
    if (status != OK)
        return status;
    struct foreign *entry = foreign_get(root, "SurveyEntry");
    struct survey survey = {outline, foreign_get(root, "SurveyElements")};
    if (!entry || !survey.elements)
        return fail(STATUS_BAD_INPUT, "%.*s is no survey of Qualtrics: it has no %s",
                    SPAN_ARGS(file), entry ? "SurveyElements" : "SurveyEntry");
    const struct span language = foreign_take_of(outline->arena, entry, "SurveyLanguage");
    if (language.count)
        outline->language = language;
    outline_name(outline, foreign_take_of(outline->arena, entry, "SurveyName"));
    /* its numbers and days at Qualtrics */
    foreign_skip(entry, "SurveyID SurveyOwnerID SurveyBrandID DivisionID SurveyActiveSet "
                        "SurveyStatus SurveyCreationDate CreatorID LastModified "
                        "LastAccessed LastActivated Deleted");
    elements_read(&survey);
    foreign_rest(outline->losses, root);
    return OK;
}
