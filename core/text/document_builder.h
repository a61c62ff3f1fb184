// The one door into Document's members.
#pragma once

#include "assay/document.h"

namespace assay {

struct DocumentDraft;

class DocumentBuilder {
 public:
  using Run = Document::Run;

  // Takes what the draft holds; `draft.original` is copied.
  static Document build(DocumentDraft&& draft);
};

}  // namespace assay
