#include "sitting/sitting_start.h"

void sitting_start_put(struct canonical *canonical, const char *key,
                       const struct sitting_start *start)
{
    canonical_object(canonical, key);
    canonical_whole(canonical, "invite", start->invite);
    canonical_text(canonical, "language", start->language);
    if (start->has_pseudonym)
        canonical_hex(canonical, "pseudonym", start->pseudonym, SITTING_PSEUDONYM_BYTES);
    canonical_hex(canonical, "record", start->record_id, CHAIN_ID_BYTES);
    canonical_text(canonical, "role", span_of(assessment_role_words[start->role]));
    canonical_seed(canonical, "seed", start->seed);
    canonical_whole(canonical, "started_unix_ms", start->started_unix_ms);
    canonical_text(canonical, "vacancy", start->vacancy);
    canonical_end(canonical);
}

void sitting_start_take(struct canonical_take *take, const struct json *object,
                        struct sitting_start *out_start)
{
    struct sitting_start start = {
        .role = (enum role)canonical_take_word(take, object, "role",
                                               assessment_role_words, ROLES),
        .vacancy = canonical_take_text(take, object, "vacancy"),
        .invite = canonical_take_whole(take, object, "invite", 0, INT64_MAX),
        .language = canonical_take_text(take, object, "language"),
        .seed = canonical_take_seed(take, object, "seed"),
        .started_unix_ms =
            canonical_take_whole(take, object, "started_unix_ms", INT64_MIN, INT64_MAX),
    };
    canonical_take_hex(take, object, "record", start.record_id, CHAIN_ID_BYTES);
    start.has_pseudonym = has_canonical_take_key(object, "pseudonym");
    if (start.has_pseudonym)
        canonical_take_hex(take, object, "pseudonym", start.pseudonym,
                           SITTING_PSEUDONYM_BYTES);
    if (take->status == OK)
        *out_start = start;
}
