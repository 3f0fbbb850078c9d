#include "assessment/assessment_simulated.h"

#include <math.h>

static double share(struct document *document, const struct json *object, const char *key)
{
    const double value = document_number(document, object, key, NAN);
    if (isnan(value) || (value >= 0 && value <= 1))
        return value;
    document_fault(document, FAULT_ERROR, json_get(object, key),
                   "Take it from resonance-study simulate.",
                   "\"%s\" is a share from 0 to 1", key);
    return NAN;
}

struct assessment_simulated assessment_simulated_read(struct document *document,
                                                      const struct json *root)
{
    const struct json *object = document_object(document, root, "simulated");
    if (object)
        document_known(document, object,
#define SIMULATED(figure) #figure " "
#include "assessment/assessment_simulated.def"
#undef SIMULATED
                       , FAULT_WARNING);
    return (struct assessment_simulated){
        .is_told = object != NULL,
#define SIMULATED(figure) .figure = share(document, object, #figure),
#include "assessment/assessment_simulated.def"
#undef SIMULATED
    };
}
