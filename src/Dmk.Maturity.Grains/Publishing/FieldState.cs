using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>How far a study is on its way into the field, and what comes next.</summary>
/// <param name="FrameFile">The file of its frame and when it was imported; null where none was.</param>
/// <param name="Draw">How its sample was drawn from the frame; null where none was.</param>
/// <param name="Companies">In the sample, however they came there.</param>
public sealed record FieldState(Study Study, ImportedFrame? FrameFile, DrawnSample? Draw, long Companies)
{
    /// <summary>Whether a company that has not submitted has no letter with a code that is in force.</summary>
    public bool LacksLetters { get; init; }

    /// <summary>Whether every company of the sample has submitted.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Companies in the frame.</summary>
    public long InFrame => Study.Frame.Sum(stratum => stratum.Population);

    /// <summary>The next command, as one types it; null where companies are answering or the study is closed.</summary>
    public string? Next =>
        Study.Phase switch
        {
            StudyPhase.Draft when Study.Frame.Count == 0 => $"frame import FILE --study {Study.Id}",
            StudyPhase.Draft when Companies == 0 => $"sample draw --study {Study.Id} --allocation FILE",
            StudyPhase.Draft => $"study open {Study.Id}",
            StudyPhase.InField or StudyPhase.Closed => null,
            _ => throw new System.Diagnostics.UnreachableException(Study.Phase.ToString()),
        };
}

/// <summary>A frame as it was imported.</summary>
/// <param name="File">Without its folder.</param>
/// <param name="Hash">SHA-256 over the file, lower-case hexadecimal.</param>
public sealed record ImportedFrame(string File, string Hash, long Companies, DateTimeOffset At, string Actor);

/// <summary>How a sample was drawn.</summary>
/// <param name="File">Of the allocation, without its folder.</param>
/// <param name="Hash">SHA-256 over its text, lower-case hexadecimal.</param>
/// <param name="Source">Its text.</param>
/// <param name="Method">proportional, equal, neyman, census or given.</param>
public sealed record DrawnSample(
    string File,
    string Hash,
    string Source,
    string Method,
    int Seed,
    long Drawn,
    DateTimeOffset At,
    string Actor
);
