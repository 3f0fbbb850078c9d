#include "app/desk/command/interview/interview_open.h"

enum { SHOWN_BYTES = 12 << 20 };

enum status interview_open(struct operation *operation, struct panel *out_panel,
                           struct interview_guide *out_guide)
{
    int64_t number = 0;
    if (!span_to_integer(operation_word(operation, 0), &number) || number < 1)
        return fail(STATUS_USAGE, "an interview has a number, such as 3");
    enum status status = operation_page_open(operation, SHOWN_BYTES);
    if (status == OK)
        status = panel_find(&operation->shown, &operation->office, number, out_panel);
    return status == OK
               ? panel_guide(&operation->shown, out_panel, &operation->keys, out_guide)
               : status;
}

struct access_note interview_open_note(struct operation *operation)
{
    return (struct access_note){.who = operation_who(operation),
                                .signing = operation->signing_key.bytes};
}

enum status interview_open_rating(const struct operation *operation,
                                  struct interview_rating *out_rating)
{
    const struct options *values = &operation->values;
    const char *question = options_text(values, "question");
    const char *rating = options_text(values, "rating");
    const char *evidence = options_text(values, "evidence");
    if (!question || !rating)
        return fail(STATUS_USAGE, "--question and --rating are needed together");
    *out_rating = (struct interview_rating){
        .question = span_of(question),
        .evidence = span_trim(span_of(evidence ? evidence : ""))};
    return interview_sheet_rating_read(span_of(rating), &out_rating->rating);
}

struct panel_page_view interview_open_view(struct arena *arena, const struct panel *panel,
                                           const struct panel_revealed *revealed)
{
    struct span *labels = arena_array(arena, struct span, panel->member_count);
    struct span *names = arena_array(arena, struct span, panel->member_count);
    for (size_t i = 0; i < panel->member_count; i++) {
        labels[i] = panel->members[i].label;
        names[i] = panel->members[i].name;
    }
    return (struct panel_page_view){.guide = &revealed->guide,
                                    .sheets = revealed->sheets,
                                    .labels = labels,
                                    .names = names,
                                    .count = panel->member_count,
                                    .changes = revealed->changes,
                                    .change_count = revealed->change_count,
                                    .weights_set_s = panel->founded_s};
}
