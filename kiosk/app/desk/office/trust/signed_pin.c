#include "app/desk/office/trust/signed_pin.h"

#include "base/file.h"

#include <string.h>

#define MEND                                                                             \
    "put it back from a copy, or give the PIN anew with 'resonance enrol --pin-fd' "     \
    "(--no-pin takes it away)"

static void hash_of(struct span pin, unsigned char out_hash[CHAIN_HASH_BYTES])
{
    seal_hash("staff-pin", pin, out_hash);
}

/* NULL: nobody signed for one yet. */
static const struct roll_pin *pin_find(const struct roll *roll,
                                       const unsigned char id[CHAIN_ID_BYTES])
{
    for (size_t i = roll->pin_count; i > 0; i--)
        if (memcmp(roll->pins[i - 1].id, id, CHAIN_ID_BYTES) == 0)
            return &roll->pins[i - 1];
    return NULL;
}

static bool is_pin_signed(const struct roll_pin *row, struct span pin)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    hash_of(pin, hash);
    return row ? memcmp(hash, row->hash, sizeof hash) == 0 : !pin.count;
}

/* What stands in the folder; a file that is missing says nothing. */
static enum status pin_read(struct office *office, const char *name, struct span *out_pin)
{
    struct terminal_config *config;
    struct span bytes;
    *out_pin = SPAN("");
    if (!is_file(office_path(office, name)))
        return OK;
    enum status status = office_read(office, name, CONFIG_FILE_MAX_BYTES, &bytes);
    if (status == OK)
        status = config_terminal_read(&office->arena, bytes, &config);
    if (status != OK)
        return fail(status == STATUS_BAD_INPUT ? STATUS_DAMAGED : status, "%s: %s; " MEND,
                    name, status_last());
    *out_pin = config->staff_pin;
    return OK;
}

enum status signed_pin_carry(struct office *office,
                             const unsigned char id[CHAIN_ID_BYTES], struct span label,
                             struct span *out_pin)
{
    const char *name =
        office_name(office, "terminals", span_hex(&office->arena, id, CHAIN_ID_BYTES));
    const struct roll *roll;
    struct span pin;
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = pin_read(office, name, &pin);
    if (status != OK)
        return status;
    const struct roll_pin *row = pin_find(roll, id);
    if (!is_pin_signed(row, pin))
        return fail(STATUS_FORGED, "%s: the PIN for staff of \"%.*s\" %s; " MEND, name,
                    SPAN_ARGS(label),
                    row ? "is not the one that was signed for" : "was never signed for");
    *out_pin = pin;
    return OK;
}

enum status signed_pin_check(struct office *office)
{
    const struct roll *roll;
    struct span pin;
    enum status status = roll_read(office, &roll);
    for (size_t i = 0; status == OK && i < roll->terminal_count; i++) {
        const struct enrolled_terminal *terminal = &roll->terminals[i];
        if (!terminal->retired_unix_s && roll_terminal(roll, terminal->id) == terminal)
            status = signed_pin_carry(office, terminal->id, terminal->label, &pin);
    }
    return status;
}

void signed_pin_write(const struct roll *roll, const unsigned char id[CHAIN_ID_BYTES],
                      struct span pin, struct roll_write *write)
{
    struct roll_pin row;
    if (is_pin_signed(pin_find(roll, id), pin))
        return;
    memcpy(row.id, id, sizeof row.id);
    hash_of(pin, row.hash);
    roll_write_pin(write, &row);
}
