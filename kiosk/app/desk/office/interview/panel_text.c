#include "app/desk/office/interview/panel_text.h"

#include "app/desk/office/interview/panel_json.h"
#include "app/desk/office/interview/readers.h"
#include "seal/seal.h"

static void write_member(struct canonical *c, const struct panel_member *member)
{
    canonical_object(c, NULL);
    canonical_text(c, "label", member->label);
    canonical_text(c, "name", member->name);
    panel_json_sealed(c, "piece", member->piece);
    canonical_hex(c, "recipient", member->recipient.bytes, AGE_RECIPIENT_BYTES);
    canonical_hex(c, "verify_key", member->verify_key, CHAIN_PUBLIC_KEY_BYTES);
    canonical_end(c);
}

static void write_lists(struct canonical *c, const struct panel *panel)
{
    canonical_list(c, "members");
    for (size_t i = 0; i < panel->member_count; i++)
        write_member(c, &panel->members[i]);
    canonical_end(c);
    canonical_list(c, "readers");
    for (size_t i = 0; i < panel->reader_count; i++)
        canonical_hex(c, NULL, panel->readers[i].bytes, AGE_RECIPIENT_BYTES);
    canonical_end(c);
}

struct span panel_text_write(struct arena *arena, const struct panel *panel)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_whole(&c, "founded", panel->founded_s);
    canonical_text(&c, "founder", panel->founder);
    panel_json_sealed(&c, "guard", panel->guard);
    panel_json_sealed(&c, "guide", panel->guide);
    canonical_whole(&c, "interview", 1);
    canonical_hex(&c, "key", panel->key.bytes, AGE_RECIPIENT_BYTES);
    write_lists(&c, panel);
    canonical_hex(&c, "record", panel->record_id, CHAIN_ID_BYTES);
    canonical_text(&c, "reference", panel->reference);
    canonical_hex(&c, "signature", panel->signature, sizeof panel->signature);
    canonical_text(&c, "vacancy", panel->vacancy);
    canonical_list(&c, "weights");
    for (size_t i = 0; i < panel->weight_count; i++) {
        canonical_object(&c, NULL);
        canonical_text(&c, "question", panel->weights[i].question);
        canonical_whole(&c, "weight", panel->weights[i].rating);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void take_members(struct canonical_take *take, const struct json *root,
                         struct panel *panel)
{
    const struct json *list =
        canonical_take_list(take, root, "members", INTERVIEW_MEMBERS_MAX);
    panel->members = arena_array(take->arena, struct panel_member, INTERVIEW_MEMBERS_MAX);
    for (const struct json *at = list ? list->first : NULL; at; at = at->next) {
        struct panel_member *member = &panel->members[panel->member_count++];
        member->label = canonical_take_text(take, at, "label");
        member->name = canonical_take_text(take, at, "name");
        member->piece = panel_json_take_sealed(take, at, "piece");
        canonical_take_hex(take, at, "recipient", member->recipient.bytes,
                           AGE_RECIPIENT_BYTES);
        canonical_take_hex(take, at, "verify_key", member->verify_key,
                           CHAIN_PUBLIC_KEY_BYTES);
    }
    if (panel->member_count < INTERVIEW_MEMBERS_LEAST)
        canonical_take_wrong(take, "it has fewer than two members");
}

static void take_readers(struct canonical_take *take, const struct json *root,
                         struct panel *panel)
{
    const struct json *list = canonical_take_list(take, root, "readers", READERS_MAX);
    panel->readers = arena_array(take->arena, struct age_recipient, READERS_MAX);
    for (const struct json *at = list ? list->first : NULL; at; at = at->next)
        if (at->kind != JSON_TEXT ||
            !is_span_hex(at->text, AGE_RECIPIENT_BYTES,
                         panel->readers[panel->reader_count++].bytes))
            canonical_take_wrong(take, "a reader is no key");
}

static void take_weights(struct canonical_take *take, const struct json *root,
                         struct panel *panel)
{
    const struct json *list =
        canonical_take_list(take, root, "weights", INTERVIEW_GUIDE_MAX);
    panel->weights =
        arena_array(take->arena, struct interview_rating, INTERVIEW_GUIDE_MAX);
    for (const struct json *at = list ? list->first : NULL; at; at = at->next)
        panel->weights[panel->weight_count++] = (struct interview_rating){
            .question = canonical_take_text(take, at, "question"),
            .rating =
                (int)canonical_take_whole(take, at, "weight", 0, INTERVIEW_WEIGHT_MAX)};
}

static void take_panel(struct canonical_take *take, const struct json *root,
                       struct panel *panel)
{
    panel->founded_s = canonical_take_whole(take, root, "founded", 0, INT64_MAX / 1000);
    panel->founder = canonical_take_text(take, root, "founder");
    panel->guard = panel_json_take_sealed(take, root, "guard");
    panel->guide = panel_json_take_sealed(take, root, "guide");
    canonical_take_whole(take, root, "interview", 1, 1);
    canonical_take_hex(take, root, "key", panel->key.bytes, AGE_RECIPIENT_BYTES);
    take_members(take, root, panel);
    take_readers(take, root, panel);
    canonical_take_hex(take, root, "record", panel->record_id, CHAIN_ID_BYTES);
    panel->reference = canonical_take_text(take, root, "reference");
    canonical_take_hex(take, root, "signature", panel->signature,
                       sizeof panel->signature);
    panel->vacancy = canonical_take_text(take, root, "vacancy");
    take_weights(take, root, panel);
}

enum status panel_text_read(struct arena *arena, int64_t number, struct span text,
                            struct panel *out_panel)
{
    struct canonical_take take = {
        .arena = arena, .document = "interview", .bad = STATUS_DAMAGED};
    struct panel panel = {.number = number};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, text);
    if (root)
        take_panel(&take, root, &panel);
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, text, panel_text_write(arena, &panel));
    if (take.status != OK)
        return take.status;
    seal_hash("hf-panel-v1", text, panel.digest);
    *out_panel = panel;
    return OK;
}
