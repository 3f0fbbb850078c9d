#include "interview/interview_guide.h"

#include "base/hash.h"

static struct interview_asked asked_of(const struct interview_bank *bank,
                                       struct span language,
                                       const struct interview_question *question)
{
    struct interview_asked asked = {
        .id = question->id,
        .title = interview_bank_text(bank, language, question->title_key),
        .question = interview_bank_text(bank, language, question->question_key),
        .kind = question->kind,
        .weight = 1,
    };
    for (size_t i = 0; i < INTERVIEW_PROBES; i++)
        asked.probes[i] = interview_bank_text(bank, language, question->probe_keys[i]);
    for (size_t i = 0; i < INTERVIEW_ANCHORS; i++)
        asked.anchors[i] = interview_bank_text(bank, language, question->anchor_keys[i]);
    return asked;
}

/* Another vacancy asks another question of a topic, so that none is known beforehand; one vacancy
 * always the same, so that its answers can be compared. */
static size_t turn_of(struct span vacancy_id, struct span topic, size_t count)
{
    uint64_t hash = hash_mix(HASH_START, vacancy_id.data, vacancy_id.count);
    hash = hash_mix(hash, "\n", 1);
    return (size_t)(hash_mix(hash, topic.data, topic.count) % count);
}

static void add_topic(struct arena *arena, const struct interview_bank *bank,
                      const struct interview_about *about,
                      const struct interview_topic *topic, struct interview_guide *guide)
{
    size_t count;
    const struct interview_question **list =
        interview_bank_list(arena, bank, topic->id, &count);
    if (!count || guide->count == INTERVIEW_GUIDE_MAX) {
        guide->without[guide->without_count++] = topic->name;
        return;
    }
    struct interview_asked *asked = &guide->asked[guide->count++];
    *asked = asked_of(bank, about->language,
                      list[turn_of(about->vacancy_id, topic->id, count)]);
    asked->topic = topic->name;
    asked->cause = topic->cause;
}

struct interview_guide interview_guide_make(struct arena *arena,
                                            const struct interview_bank *bank,
                                            const struct interview_about *about,
                                            const struct interview_topic *topics,
                                            size_t count)
{
    size_t core_count;
    const struct interview_question **core =
        interview_bank_list(arena, bank, SPAN(""), &core_count);
    struct interview_guide guide = {
        .reference = about->reference,
        .organization = about->organization,
        .vacancy = about->vacancy,
        .language = about->language,
        .bank = span_format(arena, "%.*s %.*s", SPAN_ARGS(bank->id),
                            SPAN_ARGS(bank->version)),
        .is_pilot = about->is_pilot,
        .asked = arena_array(arena, struct interview_asked, INTERVIEW_GUIDE_MAX),
        .without = arena_array(arena, struct span, INTERVIEW_TOPICS_MAX),
    };
    for (size_t i = 0; i < core_count && i < INTERVIEW_GUIDE_MAX - INTERVIEW_TOPICS_MAX;
         i++)
        guide.asked[guide.count++] = asked_of(bank, about->language, core[i]);
    for (size_t i = 0; i < count && i < INTERVIEW_TOPICS_MAX; i++)
        add_topic(arena, bank, about, &topics[i], &guide);
    return guide;
}

size_t interview_guide_find(const struct interview_guide *guide, struct span id)
{
    size_t at = 0;
    while (at < guide->count && !is_span_equal(guide->asked[at].id, id))
        at++;
    return at;
}
