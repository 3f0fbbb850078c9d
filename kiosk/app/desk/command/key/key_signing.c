#include "app/desk/command/key/key_signing.h"

#include "app/desk/command/key/key_passphrase.h"
#include "app/desk/office/sheet/recovery_sheet.h"
#include "app/desk/office/trust/organization_key.h"

enum status key_signing_prepare(struct operation *operation)
{
    const char *path = "";
    struct span public;
    enum status status = options_need(&operation->values, "identity", &path);
    if (status == OK)
        status = recovery_sheet_signing(path, &operation->signing_key);
    if (status == OK)
        status = organization_key_same(&operation->office, operation->signing_key.bytes,
                                       &public);
    if (status == STATUS_FORGED)
        return fail(
            STATUS_WRONG_KEY,
            "the signing key on %s is not that of keys/organization.pub: it is the "
            "sheet of another organization, or that file was exchanged",
            path);
    if (status != OK)
        return status;
    operation->wants.new_passphrase = "the signing key";
    return OK;
}

enum status key_signing_run(struct operation *operation)
{
    const enum status status =
        key_passphrase_signing(operation, operation->signing_key.bytes);
    if (status == OK)
        operation_say(operation,
                      "Recovered the signing key; it has a new passphrase. The keys of "
                      "recruiters keep theirs.");
    return status;
}
