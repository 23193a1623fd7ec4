namespace Dmk.Maturity.Server.Tests;

/// <summary>When work says how far it is.</summary>
public class ProgressLineTests
{
    [Theory]
    [InlineData(100, "")]
    [InlineData(1500, "Rows: 2 of 4\nRows: 3 of 4\nRows: 4 of 4\n")]
    [InlineData(2500, "Rows: 1 of 4\nRows: 2 of 4\nRows: 3 of 4\nRows: 4 of 4\n")]
    public async Task Work_says_how_far_it_is_from_two_seconds_on(int millisecondsPerStep, string said)
    {
        var clock = new HandClock();
        await using var output = new StringWriter();

        await ProgressLine.ShowWhenSlow(
            output,
            "Rows",
            progress =>
            {
                for (var done = 1; done <= 4; done++)
                {
                    clock.Now += millisecondsPerStep;
                    progress.Report((done, 4));
                }

                return Task.CompletedTask;
            },
            clock
        );

        Assert.Equal(said, output.ToString().ReplaceLineEndings("\n"));
    }

    private sealed class HandClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Now;
    }
}
