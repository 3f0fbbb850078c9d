/* findings_all: every part of the office, examined one after the other. */
#ifndef APP_DESK_OFFICE_FINDINGS_ALL_H
#define APP_DESK_OFFICE_FINDINGS_ALL_H

#include "app/desk/office/findings.h"

/* findings_all(findings): adds what each part has to say, good and wrong (findings.h). */
void findings_all(struct findings *findings);

#endif
