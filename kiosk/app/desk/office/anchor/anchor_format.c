#include "app/desk/office/anchor/anchor_format.h"

const struct signed_rows_kind anchor_format_rows = {
    .file = "seen.jsonl",
    .personal = "anchor",
    .label = "rs-anch-v1",
    .bytes_max = ANCHOR_FORMAT_BYTES_MAX,
    .rows_max = 1,
};

static const struct signed_rows_keys ends_keys = {"ends", "ends_hash"},
                                     log_keys = {"log", "log_hash"},
                                     roll_keys = {"roll", "roll_hash"};

struct span anchor_format_write(struct arena *arena, const struct anchor *anchor)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_whole(&c, "configuration", anchor->configuration);
    signed_rows_head_write(&c, &ends_keys, &anchor->ends);
    signed_rows_head_write(&c, &log_keys, &anchor->log);
    canonical_whole(&c, "results", (int64_t)anchor->result_count);
    signed_rows_head_write(&c, &roll_keys, &anchor->roll);
    canonical_whole(&c, "unix_s", anchor->unix_s);
    canonical_end(&c);
    return canonical_bytes(&c);
}

enum status anchor_format_read(struct arena *arena, struct span json,
                               struct anchor *out_anchor)
{
    struct canonical_take take = {arena, "the anchor", STATUS_DAMAGED, OK};
    struct anchor anchor = {0};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, json);
    anchor.configuration =
        canonical_take_whole(&take, root, "configuration", 0, INT32_MAX);
    signed_rows_head_take(&take, root, &ends_keys, &anchor.ends);
    signed_rows_head_take(&take, root, &log_keys, &anchor.log);
    anchor.result_count =
        (uint64_t)canonical_take_whole(&take, root, "results", 0, INT64_MAX);
    signed_rows_head_take(&take, root, &roll_keys, &anchor.roll);
    anchor.unix_s = canonical_take_whole(&take, root, "unix_s", 0, INT64_MAX);
    if (take.status == OK)
        canonical_take_same(&take, json, anchor_format_write(arena, &anchor));
    arena_done(&scratch);
    if (take.status == OK)
        *out_anchor = anchor;
    return take.status;
}
