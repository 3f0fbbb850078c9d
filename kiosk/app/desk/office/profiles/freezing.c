#include "app/desk/office/profiles/freezing.h"

#include "app/common/handle.h"
#include "app/desk/office/ends/ends_write.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/roll.h"
#include "base/folder.h"
#include "scoring/basis/basis_json.h"

#include <string.h>

enum {
    ROW_BYTES = 2 * CHAIN_ID_BYTES + 16, /* {"record":"..."}, */
    FREEZING_BYTES_MAX = BASIS_BYTES_MAX + FREEZING_RESULTS_MAX * ROW_BYTES + 1024,
};

static const char folder[] = "profiles", ending[] = ".freezing";

static const char *note_name(struct office *office, struct span id)
{
    return span_format(&office->arena, "%s/%.*s%s", folder, SPAN_ARGS(id), ending).data;
}

static struct signed_rows_kind note_kind(const char *name)
{
    return (struct signed_rows_kind){.file = name,
                                     .personal = "freezing",
                                     .label = "rs-frze-v1",
                                     .bytes_max = FREEZING_BYTES_MAX,
                                     .rows_max = 1};
}

static struct span note_write(struct arena *arena, const struct freezing *freezing)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    if (freezing->colleague_count != freezing->count)
        canonical_whole(&c, "colleagues", (int64_t)freezing->colleague_count);
    if (freezing->is_signed)
        canonical_text(&c, "id", freezing->id);
    basis_json_put(&c, "profile", freezing->basis);
    canonical_list(&c, "results");
    for (size_t i = 0; i < freezing->count; i++) {
        canonical_object(&c, NULL);
        canonical_hex(&c, "record", freezing->record_ids[i], CHAIN_ID_BYTES);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void note_take(struct canonical_take *take, const struct json *root,
                      struct freezing *freezing)
{
    if (freezing->is_signed &&
        !is_span_equal(canonical_take_text(take, root, "id"), freezing->id))
        canonical_take_wrong(take, "it is of another profile than its name says");
    freezing->basis = basis_json_take(take, canonical_take_object(take, root, "profile"));
    const struct json *list =
        canonical_take_list(take, root, "results", FREEZING_RESULTS_MAX);
    const size_t room = list ? list->count : 0;
    freezing->record_ids =
        arena_alloc(take->arena, (room + 1) * sizeof *freezing->record_ids);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        canonical_take_hex(take, row, "record", freezing->record_ids[freezing->count++],
                           CHAIN_ID_BYTES);
    freezing->colleague_count =
        has_canonical_take_key(root, "colleagues")
            ? (size_t)canonical_take_whole(take, root, "colleagues", 1,
                                           FREEZING_RESULTS_MAX)
            : freezing->count;
}

static enum status note_read(struct arena *arena, struct span bytes,
                             struct freezing *freezing)
{
    struct canonical_take take = {arena, "freeze of a profile", STATUS_BAD_INPUT, OK};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    note_take(&take, root, freezing);
    if (take.status == OK)
        canonical_take_same(&take, bytes, note_write(arena, freezing));
    arena_done(&scratch);
    return take.status;
}

/* "autumn HASH": what is signed with the end of each answer says which profile came of them. */
static struct span frozen_words(struct arena *arena, struct span id,
                                const struct basis *basis)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    seal_hash("profile", basis_write(arena, basis), hash);
    return span_format(arena, "%.*s %.*s", SPAN_ARGS(id),
                       SPAN_ARGS(span_hex(arena, hash, sizeof hash)));
}

/* Whether nobody else can have made it up: its profile, and each of its answers, stand in the
 * signed end of that answer. An earlier version signed no note, but all ends before it erased
 * one. */
static enum status ends_vouch(struct office *office, const struct freezing *freezing)
{
    const struct span words = frozen_words(&office->arena, freezing->id, freezing->basis);
    const struct ends *ends;
    const enum status status = ends_read(office, &ends);
    for (size_t i = 0; status == OK && i < freezing->count; i++) {
        const struct end *end = ends_find(ends, freezing->record_ids[i]);
        if (!end || !end->erased.number || !is_span_equal(end->erased.why, words))
            return fail(STATUS_FORGED,
                        "nobody signed for this freeze: it was put there, or an earlier "
                        "version began it and erased no answer yet; move the file away, "
                        "and freeze again");
    }
    return status;
}

static enum status note_load(struct office *office, const char *name,
                             struct freezing *freezing)
{
    const struct signed_rows_kind kind = note_kind(name);
    struct span bytes;
    enum status status = office_read(office, name, FREEZING_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    freezing->is_signed = bytes.count && bytes.data[bytes.count - 1] != '}';
    if (freezing->is_signed)
        status = signed_rows_verify(office, &kind, bytes, &bytes);
    if (status != OK)
        return status;
    status = note_read(&office->arena, bytes, freezing);
    if (status == OK && !freezing->is_signed)
        status = ends_vouch(office, freezing);
    return status == OK ? OK : fail_in(status, "%s", office_path(office, name));
}

enum status freezing_find(struct office *office, struct freezing *out_freezing)
{
    struct freezing freezing = {0};
    struct span *names;
    size_t count = 0;
    enum status status = OK;
    if (is_folder(office_path(office, folder)))
        status = folder_list(&office->arena, office_path(office, folder), ending, &names,
                             &count);
    if (status == OK && count) {
        freezing.id = span_cut(names[0], 0, names[0].count - strlen(ending));
        status = note_load(office, note_name(office, freezing.id), &freezing);
    }
    if (status == OK)
        *out_freezing = freezing;
    return status;
}

enum status freezing_check(struct office *office)
{
    struct freezing freezing;
    const enum status status = freezing_find(office, &freezing);
    if (status != OK || !freezing.id.count)
        return status;
    return fail(STATUS_REFUSED,
                "the freeze of the profile %.*s was cut off; finish it first, with "
                "'resonance profile freeze %.*s'",
                SPAN_ARGS(freezing.id), SPAN_ARGS(freezing.id));
}

enum status freezing_missing(struct office *office, struct span id)
{
    struct span *names;
    size_t count;
    enum status status = freezing_check(office);
    if (status == OK)
        status = office_names(office, folder, &names, &count);
    if (status != OK)
        return status;
    return fail(STATUS_NOT_FOUND, "there is no profile \"%.*s\"; %s%.*s",
                SPAN_ARGS(span_cut(id, 0, 60)),
                count ? "there are: "
                      : "none is frozen yet: 'resonance profile freeze' makes one",
                SPAN_ARGS(span_join(&office->arena, names, count, ", ")));
}

/* What a kill left half written beside a profile holds figures, perhaps of other people than those
 * whose profile is made in the end. */
static enum status halves_remove(struct office *office)
{
    struct span *names;
    size_t count;
    enum status status =
        folder_list(&office->arena, office_path(office, folder), ".new", &names, &count);
    for (size_t i = 0; status == OK && i < count; i++)
        status = office_remove(
            office,
            span_format(&office->arena, "%s/%.*s", folder, SPAN_ARGS(names[i])).data);
    return status;
}

/* A duty to keep goes before the end of single answers. */
static enum status held_check(struct office *office, const struct freezing *freezing)
{
    const struct ends *ends;
    const enum status status = ends_read(office, &ends);
    for (size_t i = 0; i < freezing->count && status == OK; i++) {
        const struct end *end = ends_find(ends, freezing->record_ids[i]);
        if (!end || !end->held.number)
            continue;
        const struct span handle = handle_text(&office->arena, end->id);
        return fail(STATUS_REFUSED,
                    "freezing would erase the answers of %.*s, which are held: %.*s; "
                    "'resonance hold %.*s --release' comes first",
                    SPAN_ARGS(handle), SPAN_ARGS(end->held.why), SPAN_ARGS(handle));
    }
    return status;
}

enum status freezing_begin(struct office *office, struct freezing *freezing,
                           const struct minisign_key *key)
{
    struct span public;
    enum status status = organization_key_same(office, key, &public);
    if (status == OK)
        status = held_check(office, freezing);
    if (status == OK)
        status = folder_make(office_path(office, folder));
    if (status == OK)
        status = halves_remove(office);
    if (status != OK)
        return status;
    const char *name = note_name(office, freezing->id);
    const struct signed_rows_kind kind = note_kind(name);
    freezing->is_signed = true;
    return office_write(office, name,
                        signed_rows_sign(&office->arena, &kind, key,
                                         note_write(&office->arena, freezing)));
}

static enum status results_erase(struct office *office, const struct freezing *freezing,
                                 int64_t now_unix_s)
{
    struct archive *archive;
    enum status status = office_archive(office, &archive);
    for (size_t i = 0; i < freezing->count && status == OK; i++)
        status = archive_erase(archive, freezing->record_ids[i], now_unix_s);
    return status != STATUS_NOT_FOUND
               ? status
               : fail(STATUS_NOT_FOUND,
                      "an answer that the profile %.*s would erase is not in the "
                      "archive, so it could come back later; import all bundles, then "
                      "repeat",
                      SPAN_ARGS(freezing->id));
}

/* What was signed of the profile `id`; NULL when nothing was. */
static const struct end *frozen_find(struct arena *arena, const struct ends *ends,
                                     struct span id)
{
    const char *begins = span_format(arena, "%.*s ", SPAN_ARGS(id)).data;
    for (size_t i = 0; i < ends->count; i++) {
        const struct end *end = &ends->list[i];
        if (end->erased.number && end->ground == ENDS_FROZEN &&
            has_span_prefix(end->erased.why, begins))
            return end;
    }
    return NULL;
}

enum status freezing_names(struct office *office, struct span id, struct span *out_names)
{
    const struct ends *ends;
    const enum status status = ends_read(office, &ends);
    if (status != OK)
        return status;
    const struct end *end = frozen_find(&office->arena, ends, id);
    *out_names = end ? end->erased.by : SPAN("");
    return OK;
}

/* Only what an earlier version froze has no signature; a folder that never knew one has no such. */
static enum status unsigned_take(struct office *office, struct span id)
{
    const struct roll *roll;
    const enum status status = roll_read(office, &roll);
    if (status != OK)
        return status;
    if (!roll->is_missing && !roll->is_from_before)
        return fail(STATUS_FORGED,
                    "nobody signed for the profile %.*s: it was put there; move %s away",
                    SPAN_ARGS(id), office_path(office, office_name(office, folder, id)));
    office_tell(office, OFFICE_WARNING,
                "nobody signed for the profile %.*s: it was frozen by an earlier "
                "version, or made by hand",
                SPAN_ARGS(id));
    return OK;
}

enum status freezing_profile(struct office *office, struct span id,
                             struct basis **out_basis)
{
    struct arena *arena = &office->arena;
    const char *name = office_name(office, folder, id);
    const struct ends *ends;
    struct basis *basis;
    enum status status = office_profile(office, name, &basis);
    if (status == OK)
        status = ends_read(office, &ends);
    if (status != OK)
        return status;
    const struct end *end = frozen_find(arena, ends, id);
    if (!end)
        status = unsigned_take(office, id);
    else if (!is_span_equal(end->erased.why, frozen_words(arena, id, basis)))
        return fail(STATUS_FORGED,
                    "%s is not the profile that was frozen; put it back from a copy",
                    office_path(office, name));
    if (status == OK)
        *out_basis = basis;
    return status;
}

/* Those for which nobody signed yet: a freeze that was cut off may have come as far as that. */
static enum status ends_sign(struct office *office, const struct freezing *freezing,
                             const struct freezing_seal *seal, int64_t now_unix_s)
{
    struct ends_act *acts = arena_array(&office->arena, struct ends_act, freezing->count);
    const struct ends *ends;
    size_t count = 0;
    const enum status status = ends_read(office, &ends);
    for (size_t i = 0; status == OK && i < freezing->count; i++) {
        if (is_ends_over(ends_find(ends, freezing->record_ids[i])))
            continue;
        struct ends_act *act = &acts[count++];
        *act = (struct ends_act){
            .kind = ENDS_ERASURE,
            .ground = ENDS_FROZEN,
            .day_s = archive_day(now_unix_s),
            .by = span_format(&office->arena, "%.*s and %.*s", SPAN_ARGS(seal->by[0]),
                              SPAN_ARGS(seal->by[1])),
            .why = frozen_words(&office->arena, freezing->id, freezing->basis)};
        memcpy(act->id, freezing->record_ids[i], sizeof act->id);
    }
    return status == OK && count ? ends_write(office, seal->key, acts, count) : status;
}

enum status freezing_end(struct office *office, const struct freezing *freezing,
                         const struct freezing_seal *seal, int64_t now_unix_s)
{
    enum status status = ends_sign(office, freezing, seal, now_unix_s);
    if (status == OK)
        status = results_erase(office, freezing, now_unix_s);
    if (status == OK)
        status = office_write(office, office_name(office, folder, freezing->id),
                              basis_write(&office->arena, freezing->basis));
    if (status == OK)
        status = halves_remove(office);
    if (status == OK)
        status = office_remove(office, note_name(office, freezing->id));
    return status;
}
