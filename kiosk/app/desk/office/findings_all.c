#include "app/desk/office/findings_all.h"

void findings_all(struct findings *findings)
{
    findings_keys(findings);
    findings_people(findings);
    findings_assessment(findings);
    findings_documents(findings);
    findings_archive(findings);
    findings_ends(findings);
    findings_log(findings);
}
