#include "assessment/assessment_sample.h"

struct sample {
    bool has_story;      /* a document of its parts is marked */
    size_t reason_count; /* topics whose reason is marked */
};

/* Whether a part before number `part` has a sample reason for the topic, too. */
static bool is_seen_before(const struct assessment *assessment, size_t part,
                           struct span topic)
{
    for (size_t i = 0; i < part; i++) {
        const struct questionnaire *before = assessment->parts[i].questionnaire;
        const int at = before ? questionnaire_dimension(before, topic) : -1;
        if (at >= 0 && before->dimensions[at].is_sample)
            return true;
    }
    return false;
}

static struct sample sample_find(const struct assessment *assessment)
{
    struct sample sample = {0};
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct questionnaire *here = assessment->parts[i].questionnaire;
        for (size_t j = 0; here && j < here->dimension_count; j++)
            if (here->dimensions[j].is_sample &&
                !is_seen_before(assessment, i, here->dimensions[j].id))
                sample.reason_count++;
        sample.has_story = sample.has_story || (here && here->is_sample);
    }
    return sample;
}

struct span assessment_sample_words(struct arena *arena,
                                    const struct assessment *assessment)
{
    const struct sample sample = sample_find(assessment);
    if (!sample.reason_count)
        return sample.has_story ? SPAN("the story") : SPAN("");
    return span_format(arena, "%s%zu reason%s", sample.has_story ? "the story and " : "",
                       sample.reason_count, sample.reason_count == 1 ? "" : "s");
}

const char *assessment_sample_mend(void)
{
    return "make your own with 'resonance story new' and 'resonance reason', or take it "
           "out with 'resonance story remove' and 'resonance reason --remove-samples'";
}

void assessment_sample_note(const struct assessment *assessment,
                            struct fault_list *faults)
{
    struct arena *arena = faults->arena;
    const struct span words = assessment_sample_words(arena, assessment);
    if (!words.count)
        return;
    fault_add(
        faults,
        (struct fault){
            .weight = FAULT_NOTE,
            .file = SPAN("assessment.json"),
            .what = span_format(arena, "A sample of a made-up company: %.*s",
                                SPAN_ARGS(words)),
            .hint = span_format(arena, "For real people, %s.", assessment_sample_mend()),
        });
}
