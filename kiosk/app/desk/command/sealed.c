/* `resonance sealed REFERENCE`: one result as it lies here, sealed, as a file that Debian's `age`
 * opens: whoever may read it can do so without this program. */
#include "app/desk/command/operation.h"

#include "app/desk/office/trust/opens.h"
#include "seal/age/age_share.h"

/* With the header that fits the key of `label`. */
static enum status file_for(struct operation *operation, const struct entry *entry,
                            struct span label, struct span *out_file)
{
    struct opens_key key;
    enum opens_way way = OPENS_NOT;
    struct span shared;
    enum status status = opens_key_find(&operation->office, label, &key);
    if (status == OK)
        status = opens_find(&operation->office, &key, entry, &way, &shared);
    if (status != OK)
        return status;
    switch (way) {
    case OPENS_ITSELF:
        return OK;
    case OPENS_SHARED:
        return age_share_whole(operation->arena, entry->payload, shared, out_file);
    case OPENS_NOT:
        break;
    }
    return fail(STATUS_WRONG_KEY,
                "the key %.*s does not open it; 'resonance key share' lets it",
                SPAN_ARGS(label));
}

enum status sealed_run(struct operation *operation)
{
    struct result_reader *reader = &operation->reader;
    const char *label = options_text(&operation->values, "for");
    unsigned char record_id[CHAIN_ID_BYTES];
    struct entry entry;
    struct result result;
    int64_t place;
    enum status status = operation_reader_open(operation, 0);
    if (status == OK)
        status = result_find(operation->arena, reader->archive,
                             operation_word(operation, 0), record_id, &place);
    if (status == OK)
        status = archive_get(operation->arena, reader->archive, record_id, &entry);
    if (status == OK)
        status = result_reader_look_up(reader, operation->arena, &entry, place, &result);
    if (status == OK)
        status = signature_check_seal(&result.header, result.public_key, entry.header,
                                      entry.signature, entry.payload);
    if (status == OK && label)
        status = file_for(operation, &entry, span_of(label), &entry.payload);
    if (status == OK)
        status = operation_note_people(operation, "exported sealed", result.handle, true);
    if (status != OK)
        return status;
    return operation_put(operation, entry.payload, 0600);
}
