/* Any bytes as the sheets of an XLSForm, and as the archive that they lie in. */
#include "converted.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    converted_try(CONVERT_XLSFORM, data, size);
    converted_workbook(CONVERT_XLSFORM, data, size);
    return 0;
}
