using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Looks up how far studies are on their way into the field.</summary>
public sealed class FieldStates(Frames frames, Samples samples)
{
    public async Task<FieldState> Of(Study study, CancellationToken cancellation)
    {
        var (frame, draw) = (await frames.Of(study.Id, cancellation), await frames.DrawOf(study.Id, cancellation));
        var (companies, lacksLetters, isComplete) = (0L, false, true);
        foreach (var land in study.Laender)
        {
            companies += await samples.Drawn(land, study.Id, cancellation);
            lacksLetters = lacksLetters || (await samples.OpenWithoutLetter(land, study.Id, 1, cancellation)).Count > 0;
            isComplete = isComplete && (await samples.Open(land, study.Id, 1, cancellation)).Count == 0;
        }

        return new(
            study,
            frame is null ? null : new(frame.File, frame.Hash, frame.Units, frame.ImportedAt, frame.Actor),
            draw is null ? null : new(draw.File, draw.Hash, draw.Source, draw.Method, draw.Seed, draw.Drawn, draw.DrawnAt, draw.Actor),
            companies
        )
        {
            LacksLetters = lacksLetters,
            IsComplete = isComplete && companies > 0,
        };
    }
}
