#include "app/desk/office/trust/roll.h"

#include "app/desk/office/trust/organization_key.h"
#include "base/clock.h"
#include "base/file.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    struct office *office;
    struct roll *roll;
    struct signed_rows_formers *formers;
};

static enum status take_keys(struct reading *reading, struct signed_row *line)
{
    struct roll *roll = reading->roll;
    struct roll_keyset *row = &roll->keysets[roll->keyset_count];
    struct keyset *keyset;
    *row = (struct roll_keyset){
        .bytes = canonical_take_text(&line->take, line->json, "keyset"),
        .unix_s = line->unix_s};
    enum status status = line->take.status;
    if (status == OK)
        status = config_keyset_read(&reading->office->arena, row->bytes, &keyset);
    if (status != OK)
        return status;
    seal_hash(NULL, row->bytes, row->hash);
    row->version = keyset->version;
    row->recipient_count = keyset->recipient_count;
    roll->keyset_count++;
    return OK;
}

static enum status take_earlier(struct reading *reading, struct signed_row *line)
{
    struct roll *roll = reading->roll;
    struct roll_keyset *row = &roll->keysets[roll->keyset_count++];
    *row = (struct roll_keyset){.unix_s = line->unix_s};
    canonical_take_hex(&line->take, line->json, "keyset_hash", row->hash,
                       sizeof row->hash);
    return line->take.status;
}

static enum status take_terminal(struct reading *reading, struct signed_row *line)
{
    struct canonical_take *take = &line->take;
    struct roll *roll = reading->roll;
    struct enrolled_terminal *row = &roll->terminals[roll->terminal_count++];
    roll->is_from_before |= !roll->settings.count;
    *row = (struct enrolled_terminal){.from_unix_s = line->unix_s,
                                      .last_sequence = UINT64_MAX};
    canonical_take_hex(take, line->json, "device_id", row->id, sizeof row->id);
    canonical_take_hex(take, line->json, "device_key", row->public_key,
                       sizeof row->public_key);
    row->epoch = (uint64_t)canonical_take_whole(take, line->json, "epoch", 1, INT64_MAX);
    row->label = canonical_take_text(take, line->json, "label");
    row->until_unix_s = canonical_take_whole(take, line->json, "until_s", 0, INT64_MAX);
    return take->status;
}

/* All enrolments of the terminal end with it. */
static enum status take_retirement(struct reading *reading, struct signed_row *line)
{
    struct canonical_take *take = &line->take;
    struct roll *roll = reading->roll;
    unsigned char id[CHAIN_ID_BYTES];
    canonical_take_hex(take, line->json, "device_id", id, sizeof id);
    const int64_t last = canonical_take_whole(take, line->json, "last", 0, INT64_MAX);
    for (size_t i = 0; i < roll->terminal_count && take->status == OK; i++)
        if (memcmp(roll->terminals[i].id, id, sizeof id) == 0) {
            roll->terminals[i].last_sequence = (uint64_t)last;
            roll->terminals[i].retired_unix_s = line->unix_s;
        }
    return take->status;
}

static enum status take_people(const struct reading *reading, struct signed_row *line)
{
    struct signed_rows_head *people = &reading->roll->people;
    people->count = (uint64_t)canonical_take_whole(&line->take, line->json, "count", 1,
                                                   ROLL_FORMAT_ROWS_MAX);
    canonical_take_hex(&line->take, line->json, "hash", people->hash,
                       sizeof people->hash);
    return line->take.status;
}

static enum status take_configuration(struct reading *reading, struct signed_row *line)
{
    const struct span json = canonical_take_text(&line->take, line->json, "anchor");
    if (line->take.status != OK)
        return line->take.status;
    reading->roll->anchors[reading->roll->anchor_count++] = json;
    reading->roll->has_anchor = true;
    return anchor_format_read(&reading->office->arena, json, &reading->roll->anchor);
}

static enum status take_acceptance(struct reading *reading, struct signed_row *line)
{
    (void)canonical_take_text(&line->take, line->json, "by");
    reading->roll->accepted =
        canonical_take_whole(&line->take, line->json, "until", 0, INT32_MAX);
    return line->take.status;
}

static enum status take_vacancy(struct reading *reading, struct signed_row *line)
{
    struct roll *roll = reading->roll;
    struct roll_vacancy *row = &roll->vacancies[roll->vacancy_count++];
    row->id = canonical_take_text(&line->take, line->json, "id");
    canonical_take_hex(&line->take, line->json, "hash", row->hash, sizeof row->hash);
    return line->take.status;
}

static enum status take_settings(const struct reading *reading, struct signed_row *line)
{
    reading->roll->settings = canonical_take_text(&line->take, line->json, "documents");
    return line->take.status;
}

static enum status take_codes(const struct reading *reading, struct signed_row *line)
{
    struct canonical_take *take = &line->take;
    struct roll *roll = reading->roll;
    struct roll_codes *row = &roll->codes[roll->code_count++];
    const struct span hex = canonical_take_text(take, line->json, "codes");
    *row = (struct roll_codes){
        .count = hex.count / (2 * CONFIG_TAG_BYTES),
        .first = canonical_take_whole(take, line->json, "first", 0, INT32_MAX),
        .vacancy = canonical_take_text(take, line->json, "vacancy")};
    canonical_take_hex(take, line->json, "made", row->made, sizeof row->made);
    row->tags =
        arena_alloc(&reading->office->arena, (row->count + 1) * sizeof *row->tags);
    if (take->status == OK && !is_span_hex(hex, row->count * CONFIG_TAG_BYTES, row->tags))
        canonical_take_wrong(take, "codes must be whole tags in hex");
    return take->status;
}

static enum status take_revocation(const struct reading *reading, struct signed_row *line)
{
    struct roll *roll = reading->roll;
    struct roll_revocation *row = &roll->revocations[roll->revocation_count++];
    row->card = canonical_take_whole(&line->take, line->json, "card", 1, INT32_MAX);
    row->vacancy = canonical_take_text(&line->take, line->json, "vacancy");
    return line->take.status;
}

static enum status take_form(const struct reading *reading, struct signed_row *line)
{
    (void)canonical_take_text(&line->take, line->json, "id");
    canonical_take_hex(&line->take, line->json, "hash", reading->roll->form,
                       sizeof reading->roll->form);
    return line->take.status;
}

static enum status take_pin(const struct reading *reading, struct signed_row *line)
{
    struct roll *roll = reading->roll;
    struct roll_pin *row = &roll->pins[roll->pin_count++];
    canonical_take_hex(&line->take, line->json, "device_id", row->id, sizeof row->id);
    canonical_take_hex(&line->take, line->json, "hash", row->hash, sizeof row->hash);
    return line->take.status;
}

static struct signed_rows_head head_of(const struct succession_part *part)
{
    struct signed_rows_head head = {.count = part->count};
    memcpy(head.hash, part->hash, sizeof head.hash);
    return head;
}

/* Both keys signed for all rows before this one, and for how far the other files had come. */
static bool is_here(const struct roll *roll, const struct signed_row *line,
                    const struct succession *succession)
{
    return succession->roll.count + 1 == line->number && line->number > 1 &&
           memcmp(succession->roll.hash, roll->hashes[line->number - 2],
                  CHAIN_HASH_BYTES) == 0;
}

static enum status take_signing(struct reading *reading, struct signed_row *line)
{
    struct roll *roll = reading->roll;
    const size_t count = roll->succession_count;
    const struct span text = canonical_take_text(&line->take, line->json, "change");
    struct succession *succession = &roll->successions[count];
    enum status status = line->take.status;
    if (status == OK && count == SUCCESSION_MOST)
        status = fail(STATUS_TOO_LARGE, "the signing key was changed too often");
    if (status == OK)
        status = succession_read(&reading->office->arena, text, succession);
    if (status != OK)
        return status;
    if (!is_here(roll, line, succession) ||
        (count &&
         !is_succession_key(&roll->successions[count - 1].next, &succession->previous)))
        return fail(STATUS_FORGED,
                    "this change of the signing key was signed for another roll");
    struct signed_rows_former *former = &reading->formers->list[count];
    *former = (struct signed_rows_former){
        .public = succession->previous,
        .unix_s = succession->unix_s,
        .heads = {[SIGNED_ROWS_PEOPLE] = head_of(&succession->people),
                  [SIGNED_ROWS_ENDS] = head_of(&succession->ends),
                  [SIGNED_ROWS_ROLL] = {.count = line->number}}};
    memcpy(former->heads[SIGNED_ROWS_ROLL].hash, line->hash, sizeof line->hash);
    roll->succession_lines[count] = text;
    reading->formers->count = ++roll->succession_count;
    return OK;
}

static enum status on_row(void *context, struct signed_row *line)
{
    struct reading *reading = context;
    memcpy(reading->roll->hashes[line->number - 1], line->hash, sizeof line->hash);
    switch ((enum roll_format_kind)canonical_take_word(
        &line->take, line->json, "kind", roll_format_words, ROLL_FORMAT_KINDS)) {
    case ROLL_KEYS:
        return take_keys(reading, line);
    case ROLL_TERMINAL:
        return take_terminal(reading, line);
    case ROLL_RETIREMENT:
        return take_retirement(reading, line);
    case ROLL_EARLIER:
        return take_earlier(reading, line);
    case ROLL_PEOPLE:
        return take_people(reading, line);
    case ROLL_CONFIGURATION:
        return take_configuration(reading, line);
    case ROLL_ACCEPTANCE:
        return take_acceptance(reading, line);
    case ROLL_VACANCY:
        return take_vacancy(reading, line);
    case ROLL_SETTINGS:
        return take_settings(reading, line);
    case ROLL_CODES:
        return take_codes(reading, line);
    case ROLL_REVOCATION:
        return take_revocation(reading, line);
    case ROLL_FORM:
        return take_form(reading, line);
    case ROLL_PIN:
        return take_pin(reading, line);
    case ROLL_SIGNING:
        return take_signing(reading, line);
    }
    return line->take.status;
}

static int terminals_order(const void *a, const void *b)
{
    const struct enrolled_terminal *one = a, *other = b;
    const int order = memcmp(one->id, other->id, sizeof one->id);
    return order ? order : (one->epoch > other->epoch) - (one->epoch < other->epoch);
}

/* All keys lead to the one that is there; where the last one is still to take its place, nothing
 * may be signed by the one before. */
static enum status present_check(struct office *office, const struct roll *roll)
{
    struct minisign_public public;
    const size_t count = roll->succession_count;
    const struct succession *last = count ? &roll->successions[count - 1] : NULL;
    const enum status status = organization_key_read(office, &public);
    if (status != OK || !last || is_succession_key(&last->next, &public))
        return status;
    if (!is_succession_key(&last->previous, &public) ||
        roll->head.count != last->roll.count + 1)
        return fail(STATUS_FORGED,
                    "keys/organization.pub is not the signing key that the organization "
                    "has since %.*s, as %s says; put the folder of the organization back "
                    "from a copy",
                    SPAN_ARGS(clock_date(&office->arena, last->unix_s * 1000)),
                    office_path(office, ROLL_FILE));
    return office->is_key_changing
               ? OK
               : fail(
                     STATUS_REFUSED,
                     "a change of the organization's signing key was cut off; 'resonance "
                     "key rotate signing' goes on with it");
}

static void room_make(struct office *office, struct roll *roll)
{
    const size_t most = signed_rows_line_count(roll->bytes) + 1;
    roll->terminals = arena_array(&office->arena, struct enrolled_terminal, most);
    roll->keysets = arena_array(&office->arena, struct roll_keyset, most);
    roll->vacancies = arena_array(&office->arena, struct roll_vacancy, most);
    roll->codes = arena_array(&office->arena, struct roll_codes, most);
    roll->revocations = arena_array(&office->arena, struct roll_revocation, most);
    roll->pins = arena_array(&office->arena, struct roll_pin, most);
    roll->hashes = arena_alloc(&office->arena, most * sizeof *roll->hashes);
    roll->anchors = arena_array(&office->arena, struct span, most);
    roll->successions =
        arena_array(&office->arena, struct succession, SUCCESSION_MOST + 1);
    roll->succession_lines = arena_array(&office->arena, struct span, SUCCESSION_MOST);
}

static enum status roll_load(struct office *office, struct roll *roll)
{
    struct signed_rows_formers *formers =
        arena_new(&office->arena, struct signed_rows_formers);
    struct reading reading = {.office = office, .roll = roll, .formers = formers};
    enum status status =
        office_read(office, ROLL_FILE, ROLL_FORMAT_BYTES_MAX, &roll->bytes);
    if (status != OK)
        return status;
    room_make(office, roll);
    formers->list =
        arena_array(&office->arena, struct signed_rows_former, SUCCESSION_MOST);
    office->formers = formers;
    status = signed_rows_read(office, &roll_format_rows, roll->bytes, on_row, &reading,
                              &roll->head);
    if (status == OK)
        status = present_check(office, roll);
    if (status != OK)
        office->formers = NULL;
    qsort(roll->terminals, roll->terminal_count, sizeof *roll->terminals,
          terminals_order);
    return status;
}

enum status roll_read(struct office *office, const struct roll **out_roll)
{
    if (!office->roll) {
        struct roll *roll = arena_new(&office->arena, struct roll);
        roll->is_missing = !is_file(office_path(office, ROLL_FILE));
        const enum status status = roll->is_missing ? OK : roll_load(office, roll);
        if (status != OK)
            return status;
        office->roll = roll;
    }
    *out_roll = office->roll;
    return OK;
}

enum status roll_need(struct office *office, const struct roll **out_roll)
{
    const enum status status = roll_read(office, out_roll);
    if (status == OK && (*out_roll)->is_missing)
        return fail(
            STATUS_REFUSED,
            "nothing here is signed for yet, neither keys nor terminals: the folder "
            "is from an earlier version, or %s was removed; 'resonance terminal "
            "certify' signs what is here, once",
            ROLL_FILE);
    return status;
}

const struct enrolled_terminal *roll_terminal(const struct roll *roll,
                                              const unsigned char id[CHAIN_ID_BYTES])
{
    for (size_t i = roll->terminal_count; i > 0; i--)
        if (memcmp(roll->terminals[i - 1].id, id, CHAIN_ID_BYTES) == 0)
            return &roll->terminals[i - 1];
    return NULL;
}

const struct roll_keyset *roll_keyset(const struct roll *roll,
                                      const unsigned char hash[CHAIN_HASH_BYTES])
{
    for (size_t i = roll->keyset_count; i > 0; i--)
        if (memcmp(roll->keysets[i - 1].hash, hash, CHAIN_HASH_BYTES) == 0)
            return &roll->keysets[i - 1];
    return NULL;
}

const struct roll_keyset *roll_keyset_last(const struct roll *roll)
{
    for (size_t i = roll->keyset_count; i > 0; i--)
        if (roll->keysets[i - 1].bytes.count)
            return &roll->keysets[i - 1];
    return NULL;
}
