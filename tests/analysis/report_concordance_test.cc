#include "analysis/report/concordance.h"
