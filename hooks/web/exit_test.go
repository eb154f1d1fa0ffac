package web

import (
	"errors"
	"testing"

	"github.com/spf13/cobra"
)

func TestACommandThatFailedIsHeeded(t *testing.T) {
	for _, outcome := range []error{nil, errors.New("one row is refused")} {
		command := &cobra.Command{Use: "import", SilenceErrors: true, SilenceUsage: true, RunE: func(*cobra.Command, []string) error { return outcome }}
		failed := Heed(command)
		command.SetArgs(nil)
		_ = command.Execute()
		if failed() != (outcome != nil) {
			t.Errorf("failed is %v after %v", failed(), outcome)
		}
	}
}
