import { type Choice, HOUSE, paper, rulesOfMl } from './choice'

const MODELS = ['model', 'ranker', 'online-inference', 'batch-inference', 'llm']

/** Decisions about training and the model. */
export const MODEL_CHOICES: readonly Choice[] = [
  {
    kinds: ['model', 'training-job'],
    key: 'learning',
    question: 'What does the model learn from?',
    options: [
      {
        value: 'supervised',
        gains: 'Learns the very outcome that is asked for, and is judged by it.',
        costs: 'Labels: their price, their delay, their bias.',
        when: 'Outcomes are logged or people can label; the default.',
      },
      {
        value: 'self-supervised',
        gains: 'All raw data counts; the representation serves many tasks.',
        costs: 'Much compute, and a second step to the task itself.',
        when: 'Text, images or sequences in plenty, labels in short supply.',
      },
      {
        value: 'unsupervised',
        gains: 'No labels at all.',
        costs: 'Finds structure, not necessarily the one that was meant; hard to judge.',
        when: 'Segments, anomalies, a first look at the data.',
      },
      {
        value: 'rl',
        gains: 'Optimises the sum of rewards over a session, and explores.',
        costs: 'Needs exploration on real users or a simulator; unstable, hard to evaluate offline.',
        when: 'Actions change what is seen next: bidding, control, long sessions.',
      },
    ],
    source: [paper('Top-K Off-Policy Correction for a REINFORCE Recommender System', '1812.02353'), HOUSE],
  },
  {
    kinds: ['training-job'],
    key: 'mode',
    question: 'How does the model keep up with the data?',
    options: [
      {
        value: 'batch',
        gains: 'Reproducible runs, evaluated and released one by one.',
        costs: 'Between runs the model ages; each run pays for the whole window again.',
        when: 'Days of staleness do not hurt.',
      },
      {
        value: 'continual',
        gains: 'Goes on from the last model: fresh for a fraction of the compute.',
        costs: 'Mistakes carry over; a full retraining is needed now and then.',
        when: 'Large models on data that shifts daily.',
      },
      {
        value: 'online',
        gains: 'Learns within minutes of an event.',
        costs: 'Little is evaluated before it is live; a bad hour of data is learned at once; hard to repeat.',
        when: 'Ads and feeds whose items live for hours, with a team that watches.',
      },
    ],
    source: [
      {
        title: 'Practical Lessons from Predicting Clicks on Ads at Facebook',
        url: 'https://research.facebook.com/publications/practical-lessons-from-predicting-clicks-on-ads-at-facebook/',
      },
      paper('Monolith: Real Time Recommendation System With Collisionless Embedding Table', '2209.07663'),
    ],
  },
  {
    kinds: MODELS,
    key: 'precision',
    question: 'In how many bits are the weights kept?',
    options: [
      {
        value: 'fp32',
        gains: 'No loss, no surprises.',
        costs: 'Twice the memory of 16 bits and half its speed at best; far less where matrix units want 16 bits.',
        when: 'Small models, or a reference to compare with.',
      },
      {
        value: 'bf16',
        gains: 'Half the memory of 32 bits with their range: training stays stable.',
        costs: 'Fewer digits than fp16; older hardware does not have it.',
        when: 'Training and serving on current accelerators.',
      },
      {
        value: 'fp16',
        gains: 'Half the memory of 32 bits, fast on every GPU in use.',
        costs: 'Gradients underflow in training without loss scaling.',
        when: 'Serving on GPUs, above all older ones.',
      },
      {
        value: 'fp8',
        gains: 'Half the memory of 16 bits and up to twice their speed, close to their quality.',
        costs: 'Only the newest accelerators have it; scales have to be kept per tensor.',
        when: 'Large models on new hardware, before going down to int4.',
      },
      {
        value: 'int8',
        gains: 'Half the memory of 16 bits on almost any hardware, CPUs too; often up to twice their speed.',
        costs: 'Calibration data; usually within a point of accuracy, which has to be checked per slice.',
        when: 'Tight latency or cost, CPU or edge serving.',
      },
      {
        value: 'int4',
        gains: 'A quarter of the memory of 16 bits: a large LLM fits one GPU and decodes faster.',
        costs: 'Hard tasks suffer before averages do: compare answers, not perplexity.',
        when: 'LLMs whose memory or bandwidth is the limit.',
      },
    ],
    source: [
      paper('Mixed Precision Training', '1710.03740'),
      paper('Integer Quantization for Deep Learning Inference', '2004.09602'),
      paper('FP8 Formats for Deep Learning', '2209.05433'),
      paper('GPTQ: Accurate Post-Training Quantization for Generative Pre-trained Transformers', '2210.17323'),
    ],
  },
  {
    kinds: ['model'],
    key: 'compression',
    question: 'How is the model made smaller?',
    options: [
      {
        value: 'none',
        gains: 'Nothing to lose and nothing more to run.',
        costs: 'Latency and hardware of the full model.',
        when: 'It fits the budget, or traffic is small.',
      },
      {
        value: 'quantise',
        gains: 'Hours of work, mostly without training; often half the latency.',
        costs: 'Some accuracy; the hardware has to support it.',
        when: 'First, before anything else.',
      },
      {
        value: 'distil',
        gains: 'A small model learns the answers of a large one and keeps most of its quality.',
        costs: 'A second training, and a teacher to keep and to run.',
        when: 'Heavy traffic on a stable task.',
      },
      {
        value: 'prune',
        gains: 'Fewer weights; structured pruning runs faster everywhere.',
        costs: 'Fine-tuning after each cut; scattered zeros alone gain nothing on most hardware.',
        when: 'Edge devices, or after distilling.',
      },
    ],
    source: [
      paper('Distilling the Knowledge in a Neural Network', '1503.02531'),
      paper('DistilBERT, a distilled version of BERT', '1910.01108'),
      HOUSE,
    ],
  },
  {
    kinds: ['hyperparameter-tuning'],
    key: 'method',
    question: 'How are hyper-parameters searched?',
    options: [
      {
        value: 'grid',
        gains: 'Simple and complete for two or three values.',
        costs: 'Trials multiply; most are spent on what does not matter.',
        when: 'One or two parameters.',
      },
      {
        value: 'random',
        gains: 'Finds as good a setting in far fewer trials, all of them in parallel.',
        costs: 'No trial learns from the others.',
        when: 'The default, with many machines.',
      },
      {
        value: 'bayes',
        gains: 'Fewest trials: each one uses what the others found.',
        costs: 'Little runs in parallel; one more system to operate.',
        when: 'A trial costs hours.',
      },
    ],
    source: [
      {
        title: 'Random Search for Hyper-Parameter Optimization',
        url: 'https://www.jmlr.org/papers/v13/bergstra12a.html',
      },
    ],
  },
  {
    kinds: ['model-registry'],
    key: 'approval',
    question: 'Who approves a new version?',
    options: [
      {
        value: 'manual',
        gains: 'A person looks at slices and reasons before anything ships.',
        costs: 'Waits for people; does not scale to many models.',
        when: 'High stakes, or the first year of a model.',
      },
      {
        value: 'auto',
        gains: 'Daily retraining ships by itself when the gate is passed.',
        costs: 'The gate has to be right: what it does not measure slips through.',
        when: 'Frequent retraining with proven checks and automatic rollback.',
      },
    ],
    source: [rulesOfMl(9), HOUSE],
  },
]
