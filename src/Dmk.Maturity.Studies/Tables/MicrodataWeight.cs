namespace Dmk.Maturity.Studies;

/// <summary>What a respondent stands for.</summary>
/// <param name="Class">The weighting class, which is the stratum of the variance, by the name of its first stratum.</param>
/// <param name="ClassPopulation">Companies of the frame in the class.</param>
/// <param name="Weight">As tables use it.</param>
/// <param name="BeforeCalibration">The same where the study does not calibrate.</param>
public sealed record MicrodataWeight(string Class, long ClassPopulation, double Weight, double BeforeCalibration);
