/* A document may serve several parts; it is read once. After each part is read alone, the parts
 * are checked against each other: what the scoring compares must fit together. */
#include "assessment/assessment.h"

#include "questionnaire/item_fault.h"
#include "questionnaire/read/questionnaire_read.h"

#include <math.h>
#include <string.h>

const char *const assessment_role_words[ROLES] = {
    [ROLE_CANDIDATE] = "candidate",
    [ROLE_RATER] = "rater",
    [ROLE_NEWCOMER] = "newcomer",
};

enum {
    SEALED_BYTES_MIN = 16 * 1024,
    SEALED_BYTES_MAX = 1024 * 1024,
    ASSESSMENT_VALUES = 20000,
    TEXT_LENGTH_USUAL = 1000, /* letters of a text whose document does not say */
    NUMBER_LENGTH_USUAL = 40
};

struct assessment_reading {
    struct document document;
    const struct json *root;
    const struct assessment_file *files;
    size_t file_count;
    struct questionnaire **questionnaires; /* by file; NULL: not read yet */
    struct assessment *assessment;
};

static const struct assessment_file *find_file(const struct assessment_reading *reading,
                                               struct span name)
{
    for (size_t i = 0; i < reading->file_count; i++)
        if (is_span_equal(reading->files[i].name, name))
            return &reading->files[i];
    return NULL;
}

static int find_word(struct span word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_span(word, words[i]))
            return (int)i;
    return -1;
}

/* Takes the member `key` as an index into `words`; 0 and a fault when it is none of them. */
static int read_word(struct assessment_reading *reading, const struct json *object,
                     const char *key, const char *const *words, size_t count)
{
    const struct span word = document_text(&reading->document, object, key);
    const int found = find_word(word, words, count);
    if (found < 0)
        document_fault(&reading->document, FAULT_ERROR,
                       json_get(object, key) ? json_get(object, key) : object, "",
                       "\"%s\" is missing or not known", key);
    return found < 0 ? 0 : found;
}

static const struct questionnaire *read_questionnaire(struct assessment_reading *reading,
                                                      const struct json *part)
{
    struct document *document = &reading->document;
    const struct span name = document_text(document, part, "file");
    const struct assessment_file *file = find_file(reading, name);
    if (!file || !name.count) {
        document_fault(document, FAULT_ERROR, part, "Put it beside assessment.json.",
                       "The part's file \"%.*s\" is not there", SPAN_ARGS(name));
        return NULL;
    }
    struct questionnaire **slot = &reading->questionnaires[file - reading->files];
    if (!*slot && questionnaire_read(document->arena, file->name, file->bytes,
                                     document->faults, slot) != OK)
        document_fault(document, FAULT_ERROR, part, "Mend its faults first.",
                       "The part's file \"%.*s\" cannot be used", SPAN_ARGS(name));
    return *slot;
}

static bool has_frame(const struct questionnaire *questionnaire, struct span frame)
{
    for (size_t i = 0; i < questionnaire->frame_count; i++)
        if (is_span_equal(questionnaire->frames[i], frame))
            return true;
    return !questionnaire->frame_count && is_span(frame, "candidate");
}

static void check_part(struct assessment_reading *reading, const struct json *object,
                       const struct part *part)
{
    struct document *document = &reading->document;
    const struct assessment *assessment = reading->assessment;
    for (size_t i = 0; i + 1 < assessment->part_count; i++)
        if (is_span_equal(assessment->parts[i].id, part->id))
            document_fault(document, FAULT_ERROR, object, "Give each part its own id.",
                           "There is a part \"%.*s\" already", SPAN_ARGS(part->id));
    if (!part->id.count || span_find(part->id, ':') < part->id.count)
        document_fault(document, FAULT_ERROR, object, "",
                       "A part needs an id without a colon");
    if (part->questionnaire && !has_frame(part->questionnaire, part->frame))
        document_fault(document, FAULT_ERROR, object,
                       "Name it in x-resonance.frames of the questionnaire.",
                       "Its questionnaire has no frame \"%.*s\"", SPAN_ARGS(part->frame));
}

static void read_part(struct assessment_reading *reading, const struct json *object)
{
    static const char *const uses[] = {"resonance", "drivers",  "situations", "story",
                                       "interview", "practice", "closing"};
    struct document *document = &reading->document;
    struct part *part = &reading->assessment->parts[reading->assessment->part_count++];
    document_known(document, object, "id use role frame file title_key minutes",
                   FAULT_WARNING);
    part->id = document_text(document, object, "id");
    part->use = (enum part_use)read_word(reading, object, "use", uses, 7);
    part->role =
        (enum role)read_word(reading, object, "role", assessment_role_words, ROLES);
    part->frame = document_text(document, object, "frame");
    part->title_key = document_text(document, object, "title_key");
    const double minutes = document_number(document, object, "minutes", 0);
    part->minutes_tenths = (int)lround(fmin(fmax(minutes, 0), 1000) * 10);
    if (json_get(object, "minutes") && !(minutes > 0 && minutes <= 120))
        document_fault(document, FAULT_ERROR, object, "",
                       "\"minutes\" is from 0.1 to 120");
    part->questionnaire = read_questionnaire(reading, object);
    check_part(reading, object, part);
}

static void read_parts(struct assessment_reading *reading)
{
    struct document *document = &reading->document;
    const struct json *list = document_array(document, reading->root, "parts");
    const size_t count = list ? list->count : 0;
    reading->assessment->parts = arena_array(document->arena, struct part, PARTS_MAX);
    if (!count || count > PARTS_MAX)
        document_fault(document, FAULT_ERROR, list ? list : reading->root, "",
                       "An assessment has from 1 to %d parts", PARTS_MAX);
    for (const struct json *part = list ? list->first : NULL;
         part && reading->assessment->part_count < PARTS_MAX; part = part->next)
        read_part(reading, part);
}

static void read_pictures(struct assessment_reading *reading)
{
    static const char folder[] = "pictures/", suffix[] = ".picture";
    struct assessment *assessment = reading->assessment;
    assessment->pictures =
        arena_array(reading->document.arena, struct picture_source, PICTURES_MAX);
    for (size_t i = 0; i < reading->file_count; i++) {
        const struct span name = reading->files[i].name;
        const size_t start = sizeof folder - 1, end = sizeof suffix - 1;
        if (!has_span_prefix(name, folder) || name.count <= start + end ||
            !is_span(span_cut(name, name.count - end, end), suffix))
            continue;
        if (assessment->picture_count == PICTURES_MAX) {
            document_fault(&reading->document, FAULT_ERROR, NULL, "",
                           "There are more than %d pictures", PICTURES_MAX);
            return;
        }
        assessment->pictures[assessment->picture_count++] = (struct picture_source){
            span_cut(name, start, name.count - start - end), reading->files[i].bytes};
    }
}

static void fault_in(struct assessment_reading *reading,
                     const struct questionnaire *questionnaire, const struct item *item,
                     struct span what, const char *hint)
{
    item_fault(reading->document.faults, questionnaire, item, FAULT_ERROR, what, hint);
}

static bool has_picture(const struct assessment *assessment, struct span name)
{
    for (size_t i = 0; i < assessment->picture_count; i++)
        if (is_span_equal(assessment->pictures[i].name, name))
            return true;
    return false;
}

/* A word and the blank before it are two letters at least. */
static bool is_length_enough(const struct item_words *words, size_t length)
{
    return words->length_min <= length && words->words_min <= length / 2;
}

/* A questionnaire alone need not say how long a text may be, and the format does not ask for it,
 * but in an assessment every record must fit. */
static void limit_texts(struct assessment_reading *reading,
                        struct questionnaire *questionnaire)
{
    const struct item *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->item_count; i++) {
        struct item *item = &questionnaire->items[i];
        const size_t usual =
            item->kind == ITEM_NUMBER ? NUMBER_LENGTH_USUAL : TEXT_LENGTH_USUAL;
        if (!is_item_kind_typed(item->kind) || item->words.length_max)
            continue;
        if (!is_length_enough(&item->words, usual)) {
            fault_in(reading, questionnaire, item,
                     SPAN("A text that must be so long needs a longest length"),
                     "Add \"maxlength\".");
            continue;
        }
        item->words.length_max = usual;
        first = first ? first : item;
        count++;
    }
    if (count)
        item_fault(reading->document.faults, questionnaire, first, FAULT_NOTE,
                   span_format(reading->document.arena,
                               "Texts without a longest length, counted from here: %zu; "
                               "each takes %d letters, a number %d",
                               count, TEXT_LENGTH_USUAL, NUMBER_LENGTH_USUAL),
                   "Add \"maxlength\" where it should be another.");
}

static bool is_any_twice(const struct option *options, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (is_span_equal(options[i].value, options[j].value))
                return true;
    return false;
}

/* A record names what was chosen by its value. The anchors of a line are no choices. */
static bool is_ambiguous(const struct item *item)
{
    const struct option_list places = questionnaire_item_places(item);
    return item->kind != ITEM_VAS && (is_any_twice(item->options, item->option_count) ||
                                      is_any_twice(places.all, places.count));
}

static void check_items(struct assessment_reading *reading,
                        const struct questionnaire *questionnaire)
{
    for (size_t i = 0; i < questionnaire->item_count; i++) {
        const struct item *item = &questionnaire->items[i];
        if (is_ambiguous(item))
            fault_in(reading, questionnaire, item,
                     SPAN("Two of its options have one value, so answers cannot be told "
                          "apart"),
                     "Give each its own value.");
        if (item->picture.count && !has_picture(reading->assessment, item->picture))
            fault_in(reading, questionnaire, item, SPAN("Its picture is not there"),
                     "Put it into the folder pictures.");
    }
}

/* What is compared line by line must come from one document: all parts of one use. */
static void check_same(struct assessment_reading *reading, enum part_use use)
{
    const struct assessment *assessment = reading->assessment;
    const struct questionnaire *first = NULL;
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct part *part = &assessment->parts[i];
        if (part->use != use || !part->questionnaire)
            continue;
        if (first && first != part->questionnaire)
            fault_in(reading, part->questionnaire, NULL,
                     SPAN("What candidates and colleagues are compared on is in two "
                          "documents"),
                     "Use one file and a frame.");
        first = part->questionnaire;
    }
}

static bool has_same_dimensions(const struct questionnaire *one,
                                const struct questionnaire *other)
{
    if (one->dimension_count != other->dimension_count)
        return false;
    for (size_t i = 0; i < one->dimension_count; i++)
        if (!is_span_equal(one->dimensions[i].id, other->dimensions[i].id))
            return false;
    return true;
}

/* Drivers are compared as levels, so what is needed may be asked with lines of its own. */
static void check_same_drivers(struct assessment_reading *reading)
{
    const struct assessment *assessment = reading->assessment;
    const struct questionnaire *first = NULL;
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct part *part = &assessment->parts[i];
        if (part->use != PART_DRIVERS || !part->questionnaire)
            continue;
        first = first ? first : part->questionnaire;
        if (!has_same_dimensions(first, part->questionnaire))
            fault_in(reading, part->questionnaire, NULL,
                     SPAN("The drivers of two documents are not the same in the same "
                          "order"),
                     "Give both the same dimensions.");
    }
}

/* Unequal chances make unequal scores: each dimension must be shown equally often. */
static void check_balance(struct assessment_reading *reading,
                          const struct questionnaire *questionnaire)
{
    size_t shown[RESONANCE_DIMENSIONS_MAX] = {0};
    if (!questionnaire->dimension_count ||
        questionnaire->dimension_count > RESONANCE_DIMENSIONS_MAX) {
        fault_in(reading, questionnaire, NULL,
                 SPAN("The profile needs from 1 to 32 dimensions"), "");
        return;
    }
    for (size_t i = 0; i < questionnaire->item_count; i++)
        for (size_t j = 0; j < questionnaire->items[i].option_count; j++)
            if (questionnaire->items[i].options[j].dimension >= 0)
                shown[questionnaire->items[i].options[j].dimension]++;
    for (size_t i = 1; i < questionnaire->dimension_count; i++)
        if (shown[i] != shown[0]) {
            fault_in(reading, questionnaire, NULL,
                     SPAN("The dimensions are not shown equally often"),
                     "Balance the blocks: each dimension as often as any other.");
            return;
        }
}

static bool is_keyed_by(const struct item *situation, const struct item *grid)
{
    if (!grid || item_kind_shape(grid->kind) != SHAPE_ROWS ||
        grid->grid.row_count != situation->option_count)
        return false;
    for (size_t i = 0; i < grid->grid.row_count; i++)
        if (!is_span_equal(grid->grid.rows[i].value, situation->options[i].value))
            return false;
    return true;
}

/* Raters' judgements become the keys of situations line by line: both must hold the same lines. */
static void check_keys(struct assessment_reading *reading)
{
    const struct span any = {0};
    const struct part *situations =
        assessment_part(reading->assessment, PART_SITUATIONS, ROLE_CANDIDATE, any);
    const struct part *grids =
        assessment_part(reading->assessment, PART_SITUATIONS, ROLE_RATER, any);
    if (!situations || !grids || !situations->questionnaire || !grids->questionnaire)
        return;
    for (size_t i = 0; i < situations->questionnaire->item_count; i++) {
        const struct item *item = &situations->questionnaire->items[i];
        if (item->kind == ITEM_MOST_LEAST &&
            !is_keyed_by(item, questionnaire_item(grids->questionnaire, item->id)))
            fault_in(
                reading, situations->questionnaire, item,
                SPAN(
                    "The colleagues' item of the same id does not have the same lines in "
                    "the same order"),
                "Name its rows like the statements of the situation.");
    }
}

static void check_uses(struct assessment_reading *reading)
{
    check_keys(reading);
    check_same(reading, PART_RESONANCE);
    check_same_drivers(reading);
    for (size_t i = 0; i < reading->file_count; i++)
        if (reading->questionnaires[i]) {
            limit_texts(reading, reading->questionnaires[i]);
            check_items(reading, reading->questionnaires[i]);
        }
    const struct part *resonance = assessment_part(reading->assessment, PART_RESONANCE,
                                                   ROLE_CANDIDATE, (struct span){0});
    if (resonance && resonance->questionnaire)
        check_balance(reading, resonance->questionnaire);
    const struct part *drivers = assessment_part(reading->assessment, PART_DRIVERS,
                                                 ROLE_CANDIDATE, (struct span){0});
    if (drivers && drivers->questionnaire &&
        drivers->questionnaire->dimension_count > DRIVERS_MAX)
        fault_in(reading, drivers->questionnaire, NULL,
                 SPAN("There are more than 16 drivers"), "");
}

static void check_language(struct assessment_reading *reading, const struct json *place)
{
    static const char *const keys[] = {
#define ASSESSMENT_TEXT(key) key,
#include "assessment/assessment_text.def"
#undef ASSESSMENT_TEXT
    };
    struct document *document = &reading->document;
    const struct language *language =
        questionnaire_language(reading->assessment->words, place->text);
    for (size_t i = 0; language && i < sizeof keys / sizeof *keys; i++)
        if (!has_questionnaire_language_text(language, (struct span){0}, span_of(keys[i]),
                                             NULL))
            document_fault(document, FAULT_ERROR,
                           json_find(json_get(reading->root, "texts"), place->text), "",
                           "The text \"%s\" is missing", keys[i]);
    if (!language)
        document_fault(document, FAULT_ERROR, place, "Add it to \"texts\".",
                       "The assessment has no texts in this language");
    for (size_t i = 0; i < reading->file_count; i++) {
        const struct questionnaire *questionnaire = reading->questionnaires[i];
        if (!questionnaire)
            continue;
        language = questionnaire_language(questionnaire, place->text);
        if (!language || language->missing_count)
            document_fault(document, FAULT_ERROR, place,
                           "Translate it, or leave the language out.",
                           "%.*s does not have all its texts in this language",
                           SPAN_ARGS(questionnaire->file));
    }
}

static void read_languages(struct assessment_reading *reading)
{
    struct document *document = &reading->document;
    struct assessment *assessment = reading->assessment;
    const struct json *list = document_array(document, reading->root, "languages");
    if (!list || !list->count || list->count > LANGUAGES_MAX) {
        document_fault(document, FAULT_ERROR, list ? list : reading->root, "",
                       "\"languages\" lists from 1 to %d languages", LANGUAGES_MAX);
        return;
    }
    assessment->languages = arena_array(document->arena, struct span, list->count);
    for (const struct json *code = list->first; code; code = code->next) {
        assessment->languages[assessment->language_count++] = code->text;
        check_language(reading, code);
    }
}

static void read_words(struct assessment_reading *reading)
{
    struct assessment *assessment = reading->assessment;
    assessment->words = arena_new(reading->document.arena, struct questionnaire);
    assessment->words->file = reading->document.file;
    struct reading words = {.document = reading->document,
                            .questionnaire = assessment->words};
    words.translations = document_object(&reading->document, reading->root, "texts");
    questionnaire_read_texts(&words);
}

static void read_head(struct assessment_reading *reading)
{
    struct document *document = &reading->document;
    struct assessment *assessment = reading->assessment;
    const struct json *root = reading->root;
    document_known(
        document, root,
        "assessment version scoring_version sealed_bytes pilot languages title_key "
        "parts simulated texts",
        FAULT_WARNING);
    assessment->id = document_text(document, root, "assessment");
    assessment->version = document_text(document, root, "version");
    assessment->title_key = document_text(document, root, "title_key");
    assessment->scoring_version =
        (int)document_count(document, root, "scoring_version", 0, 1000);
    assessment->sealed_bytes =
        document_count(document, root, "sealed_bytes", 0, SEALED_BYTES_MAX);
    const struct json *size = json_get(root, "sealed_bytes");
    assessment->sealed_bytes_line = size ? size->line : 0;
    assessment->sealed_bytes_column = size ? size->column : 0;
    assessment->is_pilot = document_flag(document, root, "pilot", 1);
    assessment->simulated = assessment_simulated_read(document, root);
    if (!assessment->id.count || !assessment->version.count ||
        !assessment->scoring_version)
        document_fault(document, FAULT_ERROR, root, "",
                       "\"assessment\", \"version\" and \"scoring_version\" are needed");
    if (assessment->scoring_version > SCORING_VERSION)
        document_fault(document, FAULT_ERROR, json_get(root, "scoring_version"),
                       "Use a newer program.",
                       "The scoring version %d is not known here; the newest is %d",
                       assessment->scoring_version, SCORING_VERSION);
    if (assessment->sealed_bytes < SEALED_BYTES_MIN)
        document_fault(document, FAULT_ERROR, root, "", "\"sealed_bytes\" is %d or more",
                       SEALED_BYTES_MIN);
}

static bool read_root(struct assessment_reading *reading)
{
    static const struct json_limits limits = {QUESTIONNAIRE_BYTES_MAX, 16,
                                              ASSESSMENT_VALUES};
    const struct assessment_file *file = find_file(reading, SPAN("assessment.json"));
    if (!file) {
        document_fault(&reading->document, FAULT_ERROR, NULL, "",
                       "The folder holds no assessment.json");
        return false;
    }
    reading->root = document_open(&reading->document, file->bytes, &limits);
    return reading->root != NULL;
}

static void read_all(struct assessment_reading *reading)
{
    read_head(reading);
    read_words(reading);
    read_pictures(reading);
    read_parts(reading);
    read_languages(reading);
    check_uses(reading);
}

enum status assessment_read(struct arena *arena, const struct assessment_file *files,
                            size_t count, struct fault_list *faults,
                            struct assessment **out_assessment)
{
    const size_t errors_before = faults->error_count;
    struct assessment_reading reading = {
        .document = {.arena = arena, .file = SPAN("assessment.json"), .faults = faults},
        .files = files,
        .file_count = count,
        .questionnaires = arena_array(arena, struct questionnaire *, count),
        .assessment = arena_new(arena, struct assessment),
    };
    if (read_root(&reading))
        read_all(&reading);
    if (faults->error_count > errors_before)
        return fail(STATUS_BAD_INPUT, "the assessment has %zu errors",
                    faults->error_count - errors_before);
    *out_assessment = reading.assessment;
    return OK;
}
