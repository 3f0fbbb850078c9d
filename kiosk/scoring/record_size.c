/* Each constant is the length of the fixed letters of one object with its numbers at their
 * longest; what has a name adds its own length. The test fills every answer to the brim and
 * compares. */
#include "scoring/record_size.h"

#include "questionnaire/osd_score.h"
#include "scoring/basis/basis.h"
#include "scoring/score_scales.h"
#include "sitting/sitting_text.h"

enum {
    FRAME_BYTES = 2048,   /* provenance, start, names of organization and vacancy */
    FIGURES_BYTES = 1400, /* both figures, response quality */
    DIMENSION_BYTES = 260,
    DRIVER_BYTES = 260,
    SITUATION_BYTES = 80,
    SCALE_BYTES = 70,
    ANSWER_BYTES = 160,
    ROW_BYTES = 26,
    NAME_BYTES = 3, /* quotes and comma around a name */
    NUMBER_BYTES = 28,
};

static size_t names_bytes(const struct option *options, size_t count)
{
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        bytes += NAME_BYTES + options[i].value.count;
    return bytes;
}

static size_t longest_name(const struct item *item)
{
    size_t most = 0;
    for (size_t i = 0; i < item->option_count; i++)
        if (item->options[i].value.count > most)
            most = item->options[i].value.count;
    return most;
}

/* A code point of four bytes stays as it is; of one byte it may need an escape of two. */
static size_t text_bytes(const struct item *item)
{
    const size_t room = sitting_text_room(item);
    return item->words.length_max && item->words.length_max * 4 <= room ? room : 2 * room;
}

static size_t value_bytes(const struct item *item)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        return 0;
    case SHAPE_NUMBER:
        return NUMBER_BYTES;
    case SHAPE_ROWS:
        return item->grid.row_count * (ROW_BYTES + longest_name(item)) +
               names_bytes(item->grid.rows, item->grid.row_count);
    case SHAPE_PICK:
        return longest_name(item);
    case SHAPE_TICKS:
    case SHAPE_ORDER:
        return names_bytes(item->options, item->option_count);
    case SHAPE_TEXT:
        return text_bytes(item);
    case SHAPE_PAIR:
        return ROW_BYTES + 2 * longest_name(item);
    }
    return 0;
}

static size_t order_bytes(const struct item *item)
{
    const struct option_list places = questionnaire_item_places(item);
    return names_bytes(places.all, places.count);
}

static size_t answers_bytes(const struct part *part)
{
    size_t bytes = 0;
    for (size_t i = 0; i < part->questionnaire->item_count; i++) {
        const struct item *item = &part->questionnaire->items[i];
        if (is_item_kind_answerable(item->kind))
            bytes += ANSWER_BYTES + part->id.count + item->id.count + order_bytes(item) +
                     value_bytes(item);
    }
    return bytes;
}

/* A key of a document may hold any letter; in JSON some need more bytes. */
static size_t written_bytes(struct span text)
{
    size_t bytes = 0;
    for (size_t i = 0; i < text.count; i++) {
        const unsigned char letter = (unsigned char)text.data[i];
        bytes += letter < ' ' ? 6 : letter == '"' || letter == '\\' ? 2 : 1;
    }
    return bytes;
}

static size_t scales_bytes(const struct part *part)
{
    const struct scoring *scoring = part->questionnaire->scoring;
    const size_t each = SCALE_BYTES + written_bytes(part->id);
    size_t bytes = each * score_scales_count(part->questionnaire);
    for (size_t i = 0; i < scoring->block_count; i++)
        bytes += written_bytes(scoring->blocks[i].id);
    for (size_t i = 0; i < scoring->computed_count; i++)
        bytes += written_bytes(scoring->computed[i].name);
    return bytes;
}

/* What the scorecard says about one part. */
static size_t scores_bytes(const struct part *part, int version)
{
    const struct questionnaire *questionnaire = part->questionnaire;
    size_t bytes = 0;
    if (part->use == PART_RESONANCE || part->use == PART_DRIVERS)
        for (size_t i = 0; i < questionnaire->dimension_count; i++)
            bytes += (part->use == PART_DRIVERS ? DRIVER_BYTES : DIMENSION_BYTES) +
                     questionnaire->dimensions[i].id.count;
    if (part->use == PART_SITUATIONS)
        for (size_t i = 0; i < questionnaire->item_count; i++)
            bytes += SITUATION_BYTES + questionnaire->items[i].id.count +
                     questionnaire->items[i].dimension.count;
    if (version >= SCORING_WITH_SCALES && is_score_scales_part(part))
        bytes += scales_bytes(part);
    return bytes;
}

size_t record_size_most(const struct assessment *assessment, enum role role)
{
    size_t bytes =
        FRAME_BYTES + FIGURES_BYTES + (role == ROLE_RATER ? 0 : (size_t)BASIS_BYTES_MAX);
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct part *part = &assessment->parts[i];
        if (part->role == role && part->use != PART_PRACTICE && part->questionnaire)
            bytes +=
                answers_bytes(part) + scores_bytes(part, assessment->scoring_version);
    }
    return bytes;
}

static void check_role(const struct assessment *assessment, enum role role,
                       const char *who, struct fault_list *faults)
{
    const size_t bytes = record_size_most(assessment, role);
    if (bytes <= assessment->sealed_bytes)
        return;
    fault_add(faults,
              (struct fault){
                  .weight = FAULT_ERROR,
                  .file = SPAN("assessment.json"),
                  .line = assessment->sealed_bytes_line,
                  .column = assessment->sealed_bytes_column,
                  .key = SPAN("sealed_bytes"),
                  .what = span_format(
                      faults->arena, "The record of a %s can need %zu bytes", who, bytes),
                  .hint = SPAN("Allow more bytes, or shorter texts."),
              });
}

static bool is_asked(const struct assessment *assessment, enum role role)
{
    for (size_t i = 0; i < assessment->part_count; i++)
        if (assessment->parts[i].role == role)
            return true;
    return false;
}

enum status record_size_check(const struct assessment *assessment,
                              struct fault_list *faults)
{
    const size_t errors_before = faults->error_count;
    check_role(assessment, ROLE_CANDIDATE, "candidate", faults);
    check_role(assessment, ROLE_RATER, "rater", faults);
    if (is_asked(assessment, ROLE_NEWCOMER))
        check_role(assessment, ROLE_NEWCOMER, "newcomer", faults);
    if (faults->error_count > errors_before)
        return fail(STATUS_BAD_INPUT, "records of the assessment can need more bytes "
                                      "than \"sealed_bytes\" allows");
    return OK;
}
