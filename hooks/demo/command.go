// Package demo fills a throw-away village with people and requests in every
// state, through the same engine that a real one uses, and serves it.
package demo

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/spf13/cobra"
)

// Name is the command's word: mdesa demo.
const Name = "demo"

var errNotEmpty = errors.New("this folder holds a village already; give demo another --dir, or none for a throw-away one")

// Folder is where a demo keeps its data unless --dir says otherwise: a
// temporary folder, made when the village is, that goes when the program stops.
// Without the demo command among the arguments it is "", which leaves
// PocketBase's own choice.
func Folder(arguments []string) string {
	if len(arguments) < 2 || arguments[1] != Name {
		return ""
	}
	for _, argument := range arguments {
		if argument == "--dir" || strings.HasPrefix(argument, "--dir=") {
			return ""
		}
	}
	return filepath.Join(os.TempDir(), fmt.Sprintf("mdesa-demo-%d-%d", os.Getpid(), time.Now().UnixNano()))
}

// Command serves the demo village. throwAway is the folder to remove at the
// end, or "".
func Command(app core.App, throwAway string) *cobra.Command {
	var address string
	command := &cobra.Command{
		Use:   Name,
		Short: "Serves a fictional village to try M-Desa with (nothing is kept)",
		Args:  cobra.NoArgs,
		// What goes wrong here, such as a busy port, is not about the flags.
		SilenceUsage: true,
		RunE: func(command *cobra.Command, _ []string) error {
			begun := time.Now()
			app.OnServe().BindFunc(func(e *core.ServeEvent) error {
				e.InstallerFunc = nil
				village, err := Fill(e.App, "http://"+address, time.Now())
				if err != nil {
					return err
				}
				if err := village.Import(command.Root()); err != nil {
					return err
				}
				if err := village.publish(command.Root()); err != nil {
					return err
				}
				if err := e.Next(); err != nil {
					return err
				}
				if err := village.looks(e.App); err != nil {
					return err
				}
				village.printTour(os.Stdout, "http://"+address, time.Since(begun))
				return nil
			})
			if throwAway != "" {
				app.OnTerminate().BindFunc(func(e *core.TerminateEvent) error {
					err := e.Next()
					return errors.Join(err, os.RemoveAll(throwAway))
				})
			}
			return apis.Serve(app, apis.ServeConfig{HttpAddr: address})
		},
	}
	command.Flags().StringVar(&address, "http", "127.0.0.1:8090", "address to listen on")
	return command
}
