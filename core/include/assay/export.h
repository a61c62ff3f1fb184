// Marks what libassay_sdk exports; everything else in it is hidden.
#pragma once

#define ASSAY_SDK __attribute__((visibility("default")))
