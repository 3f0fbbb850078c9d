/* `resonance doctor`: what is wrong with the folder of the organization and how to mend it. */
#include "app/desk/command/operation.h"

#include "app/desk/office/findings.h"
#include "base/json/json_shown.h"

enum status doctor_run(struct operation *operation)
{
    struct findings *findings = arena_new(operation->arena, struct findings);
    enum status status = OK;
    findings->office = &operation->office;
    if (!can_seal_lock())
        findings_add(findings, FINDING_NOTE, "memory",
                     "raise the limit of locked memory ('ulimit -l')",
                     "the system does not let this program keep secrets out of swap");
    findings_keys(findings);
    findings_assessment(findings);
    findings_documents(findings);
    findings_archive(findings);
    if (has_option(&operation->values, "json"))
        status = office_put(
            &operation->office,
            json_shown(operation->arena, findings_json(operation->arena, findings)));
    else
        findings_put(findings, &operation->page.head);
    if (status == OK && findings->wrong_count)
        return fail(STATUS_DAMAGED, "what is wrong is named above: %zu",
                    findings->wrong_count);
    return status;
}
