/* A guide as canonical JSON, for the people of a panel and for programs. */
#include "interview/interview_guide.h"

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"

static const char *const kinds[] = {"past", "would"};

static void write_asked(struct canonical *c, const struct interview_asked *asked)
{
    canonical_object(c, NULL);
    canonical_texts(c, "anchors", asked->anchors, INTERVIEW_ANCHORS);
    canonical_text(c, "cause", asked->cause);
    canonical_text(c, "id", asked->id);
    canonical_text(c, "kind", span_of(kinds[asked->kind]));
    canonical_texts(c, "probes", asked->probes, INTERVIEW_PROBES);
    canonical_text(c, "question", asked->question);
    canonical_text(c, "title", asked->title);
    canonical_text(c, "topic", asked->topic);
    canonical_whole(c, "weight", asked->weight);
    canonical_end(c);
}

struct span interview_guide_write(struct arena *arena,
                                  const struct interview_guide *guide)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "asked");
    for (size_t i = 0; i < guide->count; i++)
        write_asked(&c, &guide->asked[i]);
    canonical_end(&c);
    canonical_text(&c, "bank", guide->bank);
    canonical_whole(&c, "interview_guide", 1);
    canonical_text(&c, "language", guide->language);
    canonical_text(&c, "organization", guide->organization);
    canonical_flag(&c, "pilot", guide->is_pilot);
    canonical_text(&c, "reference", guide->reference);
    canonical_text(&c, "vacancy", guide->vacancy);
    canonical_texts(&c, "without", guide->without, guide->without_count);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void take_texts(struct canonical_take *take, const struct json *object,
                       const char *key, size_t count, struct span *out_texts)
{
    if (canonical_take_texts(take, object, key, count, out_texts) != count)
        canonical_take_wrong(take, "a text of a question is missing");
}

static void take_asked(struct canonical_take *take, const struct json *object,
                       struct interview_asked *out_asked)
{
    take_texts(take, object, "anchors", INTERVIEW_ANCHORS, out_asked->anchors);
    take_texts(take, object, "probes", INTERVIEW_PROBES, out_asked->probes);
    out_asked->cause = canonical_take_text(take, object, "cause");
    out_asked->id = canonical_take_text(take, object, "id");
    out_asked->kind =
        (enum interview_kind)canonical_take_word(take, object, "kind", kinds, 2);
    out_asked->question = canonical_take_text(take, object, "question");
    out_asked->title = canonical_take_text(take, object, "title");
    out_asked->topic = canonical_take_text(take, object, "topic");
    out_asked->weight =
        (int)canonical_take_whole(take, object, "weight", 0, INTERVIEW_WEIGHT_MAX);
}

static void take_guide(struct canonical_take *take, const struct json *root,
                       struct interview_guide *out_guide)
{
    const struct json *list =
        canonical_take_list(take, root, "asked", INTERVIEW_GUIDE_MAX);
    for (const struct json *object = list ? list->first : NULL; object;
         object = object->next)
        take_asked(take, object, &out_guide->asked[out_guide->count++]);
    canonical_take_whole(take, root, "interview_guide", 1, 1);
    out_guide->bank = canonical_take_text(take, root, "bank");
    out_guide->language = canonical_take_text(take, root, "language");
    out_guide->organization = canonical_take_text(take, root, "organization");
    out_guide->is_pilot = canonical_take_flag(take, root, "pilot");
    out_guide->reference = canonical_take_text(take, root, "reference");
    out_guide->vacancy = canonical_take_text(take, root, "vacancy");
    out_guide->without_count = canonical_take_texts(
        take, root, "without", INTERVIEW_TOPICS_MAX, out_guide->without);
}

enum status interview_guide_read(struct arena *arena, struct span bytes,
                                 struct interview_guide *out_guide)
{
    struct canonical_take take = {
        .arena = arena, .document = "interview guide", .bad = STATUS_DAMAGED};
    struct interview_guide guide = {
        .asked = arena_array(arena, struct interview_asked, INTERVIEW_GUIDE_MAX),
        .without = arena_array(arena, struct span, INTERVIEW_TOPICS_MAX)};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    if (root)
        take_guide(&take, root, &guide);
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, interview_guide_write(arena, &guide));
    if (take.status == OK)
        *out_guide = guide;
    return take.status;
}
