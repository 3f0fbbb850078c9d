/* Any bytes as the sheets of a survey of formr. */
#include "converted.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    converted_workbook(CONVERT_FORMR, data, size);
    return 0;
}
