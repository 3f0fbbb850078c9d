/* Any bytes as a survey of LimeSurvey. */
#include "converted.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    converted_try(CONVERT_LSS, data, size);
    return 0;
}
