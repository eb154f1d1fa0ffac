package hooks_test

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The program itself: from its start to its first answer, on a folder that was
// set up before, and the memory it then holds.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	program := filepath.Join(dir, "mdesa")
	if out, err := exec.Command("go", "build", "-ldflags", "-s -w", "-o", program, "mdesa").CombinedOutput(); err != nil {
		b.Fatalf("building: %v %s", err, out)
	}
	size, err := os.Stat(program)
	if err != nil {
		b.Fatal(err)
	}
	startOnce(b, program, dir) // makes schema and seed
	var memory float64
	var took time.Duration
	b.ResetTimer()
	for range b.N {
		d, m := startOnce(b, program, dir)
		took, memory = took+d, memory+m
	}
	b.ReportMetric(float64(took.Milliseconds())/float64(b.N), "ms/start")
	b.ReportMetric(memory/float64(b.N), "MB/process")
	b.ReportMetric(float64(size.Size())/1e6, "MB/program")
}

func startOnce(b *testing.B, program, dir string) (time.Duration, float64) {
	b.Helper()
	address := freeAddress(b)
	begun := time.Now()
	command := exec.Command(program, "serve", "--http", address, "--dir", filepath.Join(dir, "pb_data"))
	if err := command.Start(); err != nil {
		b.Fatal(err)
	}
	for {
		answer, err := http.Get("http://" + address + "/api/health")
		if err == nil {
			_ = answer.Body.Close()
			break
		}
		if time.Since(begun) > 20*time.Second {
			b.Fatal("the program did not start")
		}
		time.Sleep(time.Millisecond)
	}
	took := time.Since(begun)
	memory := residentMegabytes(b, command.Process.Pid)
	_ = command.Process.Signal(os.Interrupt)
	_ = command.Wait()
	return took, memory
}

func freeAddress(b *testing.B) string {
	b.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

func residentMegabytes(b *testing.B, pid int) float64 {
	b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Skip("memory is read from /proc: ", err)
	}
	for line := range strings.Lines(string(status)) {
		var kib float64
		if n, _ := fmt.Sscanf(line, "VmRSS: %f kB", &kib); n == 1 {
			return kib / 1000
		}
	}
	return 0
}
