// The one door into Document's members.
#pragma once

#include "assay/document.h"

namespace assay {

struct DocumentDraft;

class DocumentBuilder {
 public:
  // The draft's content is spent; its memory may stay for the next.
  static Document build(DocumentDraft& draft);
};

}  // namespace assay
