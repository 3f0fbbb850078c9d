/* bank_shipped: questionnaires/interview/questions.json, in the program: an agent of the desk reads
 * nothing but the organization's folder. */
#ifndef APP_DESK_OFFICE_INTERVIEW_BANK_SHIPPED_H
#define APP_DESK_OFFICE_INTERVIEW_BANK_SHIPPED_H

#include <stddef.h>

extern const unsigned char bank_shipped[];
extern const size_t bank_shipped_bytes;

#endif
