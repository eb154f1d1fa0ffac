package web

import (
	"fmt"
	"io"

	"github.com/pocketbase/pocketbase/tools/filesystem"
)

// ReadUpload reads an uploaded file into memory. Nothing in it, or more than
// largest bytes, is an error.
func ReadUpload(file *filesystem.File, largest int64) ([]byte, error) {
	reader, err := file.Reader.Open()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	content, err := io.ReadAll(io.LimitReader(reader, largest+1))
	if err == nil && (len(content) == 0 || int64(len(content)) > largest) {
		err = fmt.Errorf("%d bytes", len(content))
	}
	return content, err
}
